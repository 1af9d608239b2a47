import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempDisposableSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { programPath } from '../../packages/common/src/testing/program.ts';
import { makeSecrets, newSecrets } from '../../scripts/deploy/secrets.ts';
import { preparing, roles, type Settings } from '../../scripts/docs/roles.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What reads the file in `docker compose`, for itself. */
const readerPath = programPath('compose-config', process.env.COMPOSE_CONFIG_PATH);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly command?: readonly string[];
  readonly env_file?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

describe('compose', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  const secrets = newSecrets();
  const all = [...roles, preparing];
  const ours = Object.entries(services).flatMap(([name, service]) => {
    const entry = service.command?.find((one) => one.startsWith('services/'));
    return entry ? [{ name, entry, service }] : [];
  });

  test('starts each process once', () => {
    const entries = all.flatMap((role) => role.entries as readonly string[]);
    expect(ours.map(({ entry }) => entry).toSorted()).toEqual(entries.toSorted());
  });

  test.each(ours)('$name has what it needs', ({ entry, service }) => {
    const files = (service.env_file ?? []).map((path) => secrets[path.replace('deploy/compose/secrets/', '')] ?? '');
    expect(files).not.toContain('');
    const given = [...files.map((text) => text.split('=')[0]), ...Object.keys(service.environment ?? {})];
    const role = all.find(({ entries }) => (entries as readonly string[]).includes(entry));
    const { shape } = (role as { settings: Settings }).settings;
    const needed = Object.keys(shape).filter((key) => !shape[key]?.safeParse(undefined).success);
    expect(needed.filter((key) => !given.includes(key))).toEqual([]);
    const own = Object.keys(service.environment ?? {}).filter((key) => key !== 'TRUST_PROXY');
    expect(own.filter((key) => !Object.hasOwn(shape, key))).toEqual([]);
  });

  test('names only what there is', () => {
    for (const [name, { volumes: used = [], depends_on: after = {} }] of Object.entries(services)) {
      const named = used.map((volume) => volume.split(':')[0] ?? '').filter((volume) => !volume.startsWith('.'));
      expect(Object.keys(volumes), name).toEqual(expect.arrayContaining(named));
      expect(Object.keys(services), name).toEqual(expect.arrayContaining(Object.keys(after)));
    }
  });

  test.runIf(readerPath ?? process.env.CI)('its reader is there', () => {
    expect(readerPath).toBeDefined();
  });

  test.runIf(readerPath)('is read by its own reader, who knows every word of it', () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'compose-'));
    makeSecrets(join(folder.path, 'deploy/compose'));
    copyFileSync(join(root, 'compose.yaml'), join(folder.path, 'compose.yaml'));
    const text = execFileSync(readerPath ?? '', ['compose.yaml'], { cwd: folder.path, encoding: 'utf8' });
    const understood = parse(text) as { services: Record<string, { image?: string; build?: unknown }> };
    expect(Object.keys(understood.services)).toEqual(Object.keys(services).toSorted());
    for (const { image = '' } of Object.values(understood.services)) expect(image).toMatch(/:(?!latest$)[\w.-]+$/);
  });
});

describe('skaffold', () => {
  const config = parse(read('skaffold.yaml'));

  test('builds the images that the overlays name, out of files that there are', () => {
    expect(config.apiVersion).toMatch(/^skaffold\/v4beta\d+$/);
    const { artifacts } = config.build as { artifacts: { image: string; docker: { dockerfile: string } }[] };
    expect(artifacts.map(({ image }) => image)).toEqual(['boxoffice/services', 'boxoffice/frontend']);
    for (const { docker } of artifacts) expect(existsSync(join(root, docker.dockerfile))).toBe(true);
  });

  test('pushes for production what its overlay names', () => {
    const { patches } = config.profiles.find(({ name }: { name: string }) => name === 'prod');
    const { images } = parse(read('deploy/k8s/overlays/prod/kustomization.yaml'));
    const put = [0, 1].map((index) => ({
      op: 'replace',
      path: `/build/artifacts/${index}/image`,
      value: images[index].newName,
    }));
    expect(patches).toEqual(put);
  });

  test('has a profile for each way to use it, on overlays that there are', () => {
    const profiles: { name: string; manifests?: typeof config.manifests; verify?: unknown[] }[] = config.profiles;
    expect(profiles.map(({ name }) => name)).toEqual(['dev', 'ci', 'prod', 'verify']);
    for (const { manifests = config.manifests } of profiles)
      for (const path of manifests.kustomize.paths)
        expect(existsSync(join(root, path, 'kustomization.yaml'))).toBe(true);
    expect(read('deploy/verify/smoke.yaml')).toContain('image: boxoffice/services');
  });
});
