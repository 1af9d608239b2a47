# The pages. Built from the root of the repository: docker build -f deploy/images/frontend.Dockerfile .
ARG NODE_IMAGE=node:24.21.0-bookworm-slim
ARG BUILD_IMAGE=${NODE_IMAGE}

FROM ${BUILD_IMAGE} AS build
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NEXT_OUTPUT=standalone
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.json ./
COPY packages/contracts packages/contracts
COPY frontend frontend
COPY deploy/images/prune.mjs /prune.mjs
RUN ["npx", "--yes", "pnpm@12.21.0", "install", "--frozen-lockfile", "--prod=false", "--ignore-scripts", "--filter", "boxoffice", "--filter", "@boxoffice/frontend..."]
WORKDIR /app/frontend
RUN ["node", "node_modules/next/dist/bin/next", "build"]
RUN ["npx", "--yes", "pnpm@12.21.0", "sbom", "--prod", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--filter", "@boxoffice/frontend...", "--out", ".next/standalone/sbom.cdx.json"]
RUN ["node", "/prune.mjs", ".next/standalone/node_modules"]

FROM ${NODE_IMAGE}
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 PATH=/usr/local/bin:/nodejs/bin:/usr/bin:/bin
WORKDIR /app
COPY --from=build /app/frontend/.next/standalone ./
COPY --from=build /app/frontend/.next/static frontend/.next/static
COPY deploy/images/drain.mjs deploy/images/settings.mjs ./
USER 65532:65532
EXPOSE 3000
ENTRYPOINT ["node"]
CMD ["--import", "./settings.mjs", "--import", "./drain.mjs", "frontend/server.js"]
