import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pages, preparing, roles, type Settings } from '../../scripts/docs/roles.ts';
import {
  type Container,
  kustomizePath,
  ofKind,
  overlays,
  parse,
  render,
  root,
  workloads,
} from './support/manifests.ts';

/** What an image sets for every process. */
const image = readFileSync(join(root, 'deploy/images/services.Dockerfile'), 'utf8');
const ofImage = [...(/^ENV (.*)$/m.exec(image)?.[1] ?? '').matchAll(/(\w+)=/g)].map(([, key = '']) => key);

/** Settings that stay as they are by default, wherever it runs. */
const leftAlone = {
  SCRYPT_LN: 'less is for tests, more is another machine',
  SMTP_URL: 'components/smtp sets it',
  MAIL_FROM: 'components/smtp sets it',
  STRIPE_API_BASE: 'it is for a stand-in',
  STRIPE_SECRET_KEY: 'components/stripe sets it',
  STRIPE_WEBHOOK_SECRET: 'components/stripe sets it',
  DRAIN_SECONDS: 'who is not called need not drain',
};

/** The source of the process that a container runs. */
const entryOf = ({ workingDir = '', args = [] }: Container) => `${workingDir.replace('/app/', '')}/${args[0]}`;
const keyOf = (name: string) => name.replace(/_FILE$/, '');
const settingsOf = (entry: string) =>
  (
    [...roles, preparing].find(({ entries }) => (entries as readonly string[]).includes(entry))?.settings as
      | Settings
      | undefined
  )?.shape ?? {};

describe.runIf(kustomizePath)('the processes of the market', () => {
  describe.each(overlays)('in %s', (overlay) => {
    const manifests = kustomizePath ? parse(render(`overlays/${overlay}`)) : [];
    const ours = workloads(manifests).flatMap(({ name, pod }) =>
      pod.containers
        .filter((container) => /services:/.test(container.image))
        .map((container) => ({ name, container, entry: entryOf(container), keys: keysOf(container) })),
    );

    test('are deployed, each of them once', () => {
      const sources = globSync('services/*/{command,query,projector,main}.ts', { cwd: root });
      const known = [...roles, preparing].flatMap(({ entries }) => entries as readonly string[]);
      expect(known).toEqual(expect.arrayContaining(sources.filter((path) => path !== 'services/marketplace/main.ts')));
      expect(ours.map(({ entry }) => entry).toSorted()).toEqual(known.toSorted());
    });

    test('are given only settings that they read, and all that they need', () => {
      for (const { entry, keys } of ours) {
        const shape = settingsOf(entry);
        expect(
          keys.filter((key) => !Object.hasOwn(shape, key)),
          `${entry} does not read`,
        ).toEqual([]);
        const needed = Object.keys(shape).filter((key) => !shape[key]?.safeParse(undefined).success);
        expect(
          needed.filter((key) => !keys.includes(key)),
          `${entry} needs`,
        ).toEqual([]);
      }
    });

    test('can be told every setting there is', () => {
      for (const { entry, keys } of ours) {
        const known = [...keys, ...ofImage, ...Object.keys(leftAlone)];
        expect(
          Object.keys(settingsOf(entry)).filter((key) => !known.includes(key)),
          entry,
        ).toEqual([]);
      }
    });

    test('are told all that the pages read, and nothing else', () => {
      const served = workloads(manifests)
        .flatMap(({ pod }) => pod.containers)
        .filter(({ image }) => /frontend:/.test(image));
      expect(served.map(keysOf).map((keys) => keys.toSorted())).toEqual([Object.keys(pages.shape).toSorted()]);
    });

    test('find what they are given: the keys of the ConfigMap and the files of the secrets', () => {
      const [settings] = ofKind(manifests, 'ConfigMap').filter(({ metadata }) => metadata.name.startsWith('market-'));
      const secrets = ofKind(manifests, 'Secret');
      for (const { name, container } of ours)
        for (const { name: key, value = '', valueFrom } of container.env ?? []) {
          const from = valueFrom as { configMapKeyRef: { key: string } } | undefined;
          if (from) expect(Object.keys(settings?.data ?? {}), name).toContain(from.configMapKeyRef.key);
          if (!key.endsWith('_FILE')) continue;
          const [secret = '', file = ''] = value.replace('/run/secrets/', '').split('/');
          const found = secrets.find(({ metadata }) => metadata.name.replace(/-\w+$/, '') === secret);
          expect(Object.keys(found?.data ?? {}), `${name} ${value}`).toContain(file);
        }
      const read = new Set(ours.flatMap(({ keys }) => keys));
      expect(Object.keys(settings?.data ?? {}).filter((key) => !read.has(key))).toEqual([]);
    });
  });
});

function keysOf({ env = [] }: Container): string[] {
  return env.map(({ name }) => keyOf(name));
}
