# Every process of the services in one image; which of them it is, the argument says: services/orders/query.ts.
# Built from the root of the repository: docker build -f deploy/images/services.Dockerfile .
# All commands are in exec form: neither base image needs a shell of its own for them.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim
ARG BUILD_IMAGE=${NODE_IMAGE}

FROM ${BUILD_IMAGE} AS build
# By the lockfile alone and to the side, so that a change of a source fetches nothing, and nothing that is not needed stays.
WORKDIR /fetched
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN ["npx", "--yes", "pnpm@12.21.0", "fetch", "--prod"]
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages packages
COPY services services
COPY frontend/package.json frontend/
COPY deploy/images/prune.mjs /prune.mjs
# In place: Node strips the types of what lies outside of node_modules, so that the packages of the workspace must stay links.
# Without what is optional: the pages, which the one-process market serves itself.
RUN ["npx", "--yes", "pnpm@12.21.0", "install", "--prod", "--no-optional", "--frozen-lockfile", "--offline", "--ignore-scripts", "--filter", "./packages/*", "--filter", "./services/*"]
RUN ["npx", "--yes", "pnpm@12.21.0", "sbom", "--prod", "--no-optional", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--filter", "./packages/*", "--filter", "./services/*", "--out", "sbom.cdx.json"]
RUN ["node", "/prune.mjs", "node_modules", "frontend", "pnpm-lock.yaml"]

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 PATH=/usr/local/bin:/nodejs/bin:/usr/bin:/bin
WORKDIR /app
COPY --from=build /app ./
COPY deploy/images/signals.mjs ./
USER 65532:65532
EXPOSE 3000
ENTRYPOINT ["node", "--import", "/app/signals.mjs"]
CMD ["services/marketplace/boxoffice.ts", "--help"]
