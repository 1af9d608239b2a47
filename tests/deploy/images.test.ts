import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { catalog } = parse(read('pnpm-workspace.yaml'));

describe.each(['services', 'frontend'])('the image of the %s', (name) => {
  const text = read(`deploy/images/${name}.Dockerfile`);

  test('is built with the Node and the pnpm of the repository', () => {
    expect(/^ARG NODE_IMAGE=node:([\d.]+)-/m.exec(text)?.[1]).toBe(catalog.node);
    const [, pnpm = ''] = /'(pnpm@[\d.]+)'/.exec(read('scripts/prepare.mjs')) ?? [];
    expect(new Set(text.match(/pnpm@[\d.]+/g))).toEqual(new Set([pnpm]));
  });

  test('needs no shell, and runs as nobody, with Node as its first process', () => {
    for (const [, command = ''] of text.matchAll(/^(?:RUN|CMD|ENTRYPOINT) (.*)$/gm)) expect(command).toMatch(/^\["/);
    expect(text).toContain('USER 65532:65532');
    expect(text).toContain('ENTRYPOINT ["node"]');
  });
});

test('the version that is deployed is that of the repository', () => {
  const { version } = JSON.parse(read('package.json'));
  const { images } = parse(read('deploy/k8s/overlays/prod/kustomization.yaml'));
  for (const image of images) expect(image.newTag).toBe(version);
});
