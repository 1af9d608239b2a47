import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { programPath } from '../../packages/common/src/testing/program.ts';
import { kustomizePath, overlays, parse, render } from './support/manifests.ts';

const validatePath = programPath('kubernetes-validate', process.env.KUBERNETES_VALIDATE_PATH);
const checkovPath = programPath('checkov', process.env.CHECKOV_PATH);

/** Kinds that others bring into a cluster: their schemas are not those of Kubernetes. */
const others = /^(gateway\.networking\.k8s\.io|monitoring\.coreos\.com)\//;

/** What checkov asks for and is not done, each with the reason. */
const passedOver = {
  CKV_K8S_43: 'images are named by the tag of the release; a digest can be set by whoever deploys one',
  CKV_K8S_15: 'a tag does not move, so that what is there need not be fetched again',
};

const folder = mkdtempSync(join(tmpdir(), 'rendered-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of what an overlay gives, without the kinds of others. */
function fileOf(overlay: string): string {
  const path = join(folder, `${overlay}.yaml`);
  const known = parse(render(`overlays/${overlay}`)).filter(({ apiVersion }) => !others.test(apiVersion));
  writeFileSync(
    path,
    known.map((manifest) => stringify(manifest, { aliasDuplicateObjects: false, version: '1.1' })).join('---\n'),
  );
  return path;
}

function said(path: string, args: readonly string[]): string {
  try {
    return execFileSync(path, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout || stderr;
  }
}

test.runIf((kustomizePath && validatePath && checkovPath) ?? process.env.CI)('the validators are there', () => {
  expect([kustomizePath, validatePath, checkovPath]).not.toContain(undefined);
});

describe.runIf(kustomizePath && validatePath)('the schemas of Kubernetes', { timeout: 120_000 }, () => {
  test.each(overlays)('take in %s, and no field is unknown to them', (overlay) => {
    const lines = said(validatePath ?? '', ['--strict', '-k', '1.33', fileOf(overlay)]);
    const all = lines.trim().split('\n');
    expect(all.filter((line) => !/^INFO .* passed for resource /.test(line))).toEqual([]);
    expect(all.length).toBeGreaterThan(50);
  });
});

describe.runIf(kustomizePath && checkovPath)('checkov', { timeout: 300_000 }, () => {
  test.each(overlays)('finds nothing in %s', (overlay) => {
    const args = ['--framework', 'kubernetes', '--compact', '--quiet', '-o', 'json'];
    const skipped = ['--skip-check', Object.keys(passedOver).join()];
    const report = JSON.parse(said(checkovPath ?? '', [...args, ...skipped, '-f', fileOf(overlay)]));
    const failed: { check_id: string; check_name: string; resource: string }[] = report.results.failed_checks;
    expect(failed.map(({ check_id, check_name, resource }) => `${check_id} ${resource}: ${check_name}`)).toEqual([]);
    expect(report.summary.passed).toBeGreaterThan(1000);
  });
});
