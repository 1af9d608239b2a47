import { type Manifest, ofKind, selects, workloads } from './manifests.ts';

type Labels = Readonly<Record<string, string>>;

interface Rule {
  readonly ports?: readonly { readonly port: number }[];
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
}

interface Peer {
  readonly podSelector?: object;
  readonly namespaceSelector?: object;
}

const ports: Readonly<Record<string, number>> = { mongo: 27_017, bus: 4222 };

/** Who calls whom, as their settings say: `gateway > orders-query`. */
export function callsOf(manifests: readonly Manifest[]): string[] {
  return workloads(manifests).flatMap(({ name, pod }) =>
    pod.containers
      .flatMap(({ env = [] }) => env)
      .flatMap(({ name: key, value = '' }) => {
        if (/^MONGODB_(URL|KEY)_FILE$/.test(key)) return [`${name} > mongo`];
        if (key === 'NATS_URL_FILE') return [`${name} > bus`];
        return [...value.matchAll(/^http:\/\/([\w-]+):3000$/g)].map(([, host]) => `${name} > ${host}`);
      }),
  );
}

/** Who may call whom, as the policies say. */
export function letThrough(manifests: readonly Manifest[]): string[] {
  const policies = ofKind(manifests, 'NetworkPolicy');
  const all = workloads(manifests);
  return all.flatMap((from) =>
    all
      .filter(({ name, labels }) => isLetThrough(policies, from.labels, labels, ports[name] ?? 3000))
      .map((to) => `${from.name} > ${to.name}`),
  );
}

/** It takes one policy for each side. */
function isLetThrough(policies: readonly Manifest[], from: Labels, to: Labels, port: number): boolean {
  const opens = ({ ports = [], from = [], to = [] }: Rule, other: Labels) =>
    ports.some((one) => one.port === port) &&
    [...from, ...to].some(
      ({ podSelector, namespaceSelector }) => podSelector && !namespaceSelector && selects(podSelector, other),
    );
  const isOpen = (side: 'ingress' | 'egress', pod: Labels, other: Labels) =>
    policies.some(
      ({ spec }) => selects(spec.podSelector, pod) && (spec[side] ?? []).some((rule: Rule) => opens(rule, other)),
    );
  return isOpen('egress', from, to) && isOpen('ingress', to, from);
}
