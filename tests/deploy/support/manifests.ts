import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { programPath } from '../../../packages/common/src/testing/program.ts';
import { makeSecrets } from '../../../scripts/deploy/secrets.ts';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The overlays of the repository, and those of the tests for what none of them takes in. */
export const overlays = ['deploy/k8s/overlays', 'tests/deploy/overlays']
  .flatMap((folder) => globSync('*/kustomization.yaml', { cwd: join(root, folder) }))
  .map((path) => path.split('/')[0] ?? '')
  .toSorted();

/** Kustomize of this machine: `KUSTOMIZE_PATH`, or `kustomize` on the path. */
export const kustomizePath = programPath('kustomize', process.env.KUSTOMIZE_PATH);

/** What Kubernetes is asked for: of its many kinds, what the tests look at. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly data?: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own
  readonly spec?: any;
}

const sources = mkdtempSync(join(tmpdir(), 'manifests-'));
process.on('exit', () => rmSync(sources, { recursive: true }));
cpSync(join(root, 'deploy/k8s'), sources, { recursive: true, filter: (path) => !path.endsWith('/secrets') });
cpSync(join(root, 'tests/deploy/overlays'), join(sources, 'overlays'), { recursive: true });
for (const overlay of ['dev', 'prod']) makeSecrets(join(sources, 'overlays', overlay));

const rendered = new Map<string, string>();

/** The text that an overlay gives, with secrets made for the test. */
export function render(folder: string): string {
  if (!kustomizePath) throw new Error('there is no kustomize on this machine');
  const text =
    rendered.get(folder) ??
    execFileSync(kustomizePath, ['build', join(sources, folder)], { encoding: 'utf8', maxBuffer: 1e8 });
  rendered.set(folder, text);
  return text;
}

export function parse(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
}

export function ofKind(manifests: readonly Manifest[], ...kinds: readonly string[]): Manifest[] {
  return manifests.filter(({ kind }) => kinds.includes(kind));
}

/** What runs pods, each with what its pods are. */
export function workloads(manifests: readonly Manifest[]) {
  return ofKind(manifests, 'Deployment', 'StatefulSet', 'Job').map((manifest) => ({
    name: manifest.metadata.name,
    manifest,
    labels: manifest.spec.template.metadata.labels as Record<string, string>,
    pod: manifest.spec.template.spec as Pod,
  }));
}

/** Whether a selector finds pods with these labels. */
export function selects(selector: Selector | undefined, labels: Readonly<Record<string, string>>): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''))
  );
}

export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { readonly key: string; readonly values: readonly string[] }[];
}

export interface Pod {
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken: boolean;
  readonly terminationGracePeriodSeconds?: number;
  readonly topologySpreadConstraints?: readonly unknown[];
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Readonly<Record<string, unknown>>[];
  readonly [more: string]: unknown;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly workingDir?: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: unknown }[];
  readonly resources: { readonly requests: object; readonly limits: object };
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly lifecycle?: unknown;
  readonly startupProbe?: unknown;
  readonly readinessProbe?: unknown;
  readonly livenessProbe?: unknown;
  readonly volumeMounts?: readonly { readonly mountPath: string }[];
}
