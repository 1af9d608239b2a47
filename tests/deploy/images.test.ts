import { spawn } from 'node:child_process';
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
    expect(text).toContain('ENTRYPOINT ["node"');
  });
});

/** Runs Node with what an image loads first; `SIGTERM` follows upon its first word. */
async function runs({ first, script, env = {} }: { first: string; script: string; env?: Record<string, string> }) {
  const args = ['--import', join(root, 'deploy/images', first), '--eval', script];
  const child = spawn(process.execPath, args, { env: { NODE_ENV: 'production', ...env } });
  let [said, complaint] = ['', ''];
  child.stdout.on('data', (chunk) => {
    said += chunk;
    child.kill('SIGTERM');
  });
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, said, complaint };
}

describe('a process of the services that is told to stop', () => {
  const lives = `setInterval(() => undefined, 1000); console.log('lives');`;

  test('ends at once before it has said how', async () => {
    expect(await runs({ first: 'signals.mjs', script: lives })).toMatchObject({ code: 143, said: 'lives\n' });
  });

  test('ends as it likes afterwards', async () => {
    const script = `process.on('SIGTERM', () => setImmediate(() => process.exit(7))); ${lives}`;
    expect(await runs({ first: 'signals.mjs', script })).toMatchObject({ code: 7 });
  });
});

describe('the pages', () => {
  test.each<Record<string, string>>([
    {},
    { API_ORIGIN: '' },
    { API_ORIGIN: 'gateway:3000' },
    { API_ORIGIN: 'ftp://gateway' },
  ])('do not begin with %j, and say so', async (env) => {
    const complaint = expect.stringMatching(/^API_ORIGIN: must be set .+\n$/);
    expect(await runs({ first: 'settings.mjs', script: '', env })).toEqual({ code: 1, said: '', complaint });
  });

  test('begin with the address of the API', async () => {
    const env = { API_ORIGIN: 'http://gateway:3000' };
    expect(await runs({ first: 'settings.mjs', script: '', env })).toEqual({ code: 0, said: '', complaint: '' });
  });
});

test('the version that is deployed is that of the repository', () => {
  const { version } = JSON.parse(read('package.json'));
  const { images } = parse(read('deploy/k8s/overlays/prod/kustomization.yaml'));
  for (const image of images) expect(image.newTag).toBe(version);
});
