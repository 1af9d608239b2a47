import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeApi, routesOf } from '../../scripts/docs/routes.ts';
import { upstreamOf } from '../../services/gateway/src/upstreams.ts';
import { kustomizePath, ofKind, overlays, parse, render, root } from './support/manifests.ts';

interface Path {
  readonly path: string;
  readonly service: string;
}

/** Where an edge sends what, the longest path first. */
function pathsOf(overlay: string): Path[] {
  const manifests = parse(render(`overlays/${overlay}`));
  const ingresses = ofKind(manifests, 'Ingress').flatMap(({ spec }) => spec.rules);
  const byIngress = ingresses.flatMap(({ http }) =>
    http.paths.map(({ path, backend }: { path: string; backend: { service: { name: string } } }) => ({
      path,
      service: backend.service.name,
    })),
  );
  const routes = ofKind(manifests, 'HTTPRoute').flatMap(({ spec }) => spec.rules);
  const byRoute = routes.map(({ matches, backendRefs }) => ({
    path: matches[0].path.value,
    service: backendRefs[0].name,
  }));
  return [...byIngress, ...byRoute].toSorted((one, other) => other.path.length - one.path.length);
}

const leadsTo = (paths: readonly Path[], url: string) =>
  paths.find(({ path }) => path === '/' || url === path || url.startsWith(`${path}/`))?.service;

describe.runIf(kustomizePath)('the edge', { timeout: 30_000 }, async () => {
  const api = routesOf(await describeApi()).map(({ name }) => name.split(' ')[1] ?? '');

  test.each(overlays)('of %s sends the API to the gateway, and all else to the pages', (overlay) => {
    const paths = pathsOf(overlay);
    for (const route of api) expect([route, leadsTo(paths, route)]).toEqual([route, 'gateway']);
    for (const page of ['/', '/tickets/new', '/apiary', '/livez', '/metrics'])
      expect([page, leadsTo(paths, page)]).toEqual([page, 'frontend']);
  });

  test.each(overlays)('of %s has no path for which there is no route', (overlay) => {
    const known = ['/', ...api];
    const wrong = pathsOf(overlay).filter(
      ({ path }) => !known.some((route) => route === path || route.startsWith(`${path}/`)),
    );
    expect(wrong).toEqual([]);
  });

  test('gives the gateway the address of each of its upstreams', () => {
    const gateway = parse(render('overlays/prod')).find(
      ({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'gateway',
    );
    const env: { name: string; value?: string }[] = gateway?.spec.template.spec.containers[0].env;
    const services = ofKind(parse(render('overlays/prod')), 'Service').map(({ metadata }) => metadata.name);
    for (const route of api)
      for (const method of ['GET', 'POST']) {
        const upstream = upstreamOf(method, route);
        if (upstream === undefined) continue;
        const key = `${upstream.replace('-', '_').toUpperCase()}_URL`;
        expect(env.find(({ name }) => name === key)?.value).toBe(`http://${upstream}:3000`);
        expect(services).toContain(upstream);
      }
  });

  test('does not hold back a stream', () => {
    const [stream] = parse(readFileSync(join(root, 'deploy/k8s/components/ingress-nginx/stream.yaml'), 'utf8'));
    expect(stream?.metadata.annotations).toMatchObject({
      'nginx.ingress.kubernetes.io/proxy-buffering': 'off',
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '3600',
    });
  });
});
