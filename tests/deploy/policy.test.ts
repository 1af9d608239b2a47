import { describe, expect, test } from 'vitest';
import { kustomizePath, ofKind, overlays, parse, render, selects, workloads } from './support/manifests.ts';
import { callsOf, letThrough } from './support/network.ts';

test.runIf(kustomizePath ?? process.env.CI)('kustomize is there', () => {
  expect(kustomizePath).toBeDefined();
});

describe.runIf(kustomizePath)('what is asked of Kubernetes', { timeout: 30_000 }, () => {
  describe.each(overlays)('by %s', (overlay) => {
    const manifests = kustomizePath ? parse(render(`overlays/${overlay}`)) : [];
    const all = workloads(manifests);
    const lasting = all.filter(({ manifest }) => manifest.kind !== 'Job');

    test('pods are what the level "restricted" of Pod Security lets in, and read only', () => {
      const [namespace] = ofKind(manifests, 'Namespace');
      expect(namespace?.metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
      for (const { name, pod } of all) {
        const { securityContext, containers, initContainers = [] } = pod;
        expect(securityContext, name).toMatchObject({
          runAsNonRoot: true,
          runAsUser: 65532,
          seccompProfile: { type: 'RuntimeDefault' },
        });
        for (const one of [...containers, ...initContainers])
          expect(one.securityContext, `${name}/${one.name}`).toEqual({
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          });
        for (const key of ['hostNetwork', 'hostPID', 'hostIPC']) expect(pod[key], `${name} ${key}`).toBeUndefined();
        expect(pod.volumes?.filter((volume) => 'hostPath' in volume) ?? [], name).toEqual([]);
      }
    });

    test('no pod gets a token of the API server', () => {
      for (const { name, pod } of all) expect([name, pod.automountServiceAccountToken]).toEqual([name, false]);
      for (const account of ofKind(manifests, 'ServiceAccount'))
        expect(account).toMatchObject({ automountServiceAccountToken: false });
    });

    test('every container says what it needs and what it may have', () => {
      for (const { name, pod } of all)
        for (const { resources } of [...pod.containers, ...(pod.initContainers ?? [])])
          for (const part of [resources.requests, resources.limits])
            expect(part, name).toEqual({ cpu: expect.any(String), memory: expect.any(String) });
    });

    test('whatever lasts is probed, pauses before its end, and is spread', () => {
      for (const { name, pod } of lasting) {
        const [one] = pod.containers;
        for (const probe of [one?.startupProbe, one?.readinessProbe, one?.livenessProbe])
          expect(probe, name).toBeDefined();
        expect(one?.lifecycle, name).toMatchObject({ preStop: { sleep: { seconds: expect.any(Number) } } });
        expect(pod.terminationGracePeriodSeconds, name).toBeGreaterThanOrEqual(30);
        expect(pod.topologySpreadConstraints?.length, name).toBeGreaterThan(0);
      }
    });

    test('whatever lasts has one budget, and each budget is for something', () => {
      const budgets = ofKind(manifests, 'PodDisruptionBudget');
      for (const { name, labels } of lasting)
        expect(
          budgets.filter(({ spec }) => selects(spec.selector, labels)).map(({ metadata }) => metadata.name),
        ).toEqual([name]);
      expect(budgets).toHaveLength(lasting.length);
    });

    test('nothing is let in or out but what a policy names, and a policy names every pod', () => {
      const policies = ofKind(manifests, 'NetworkPolicy');
      expect(policies.find(({ metadata }) => metadata.name === 'default-deny')?.spec).toEqual({
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
      });
      const named = policies.filter(({ spec }) => Object.keys(spec.podSelector).length > 0);
      for (const { name, labels } of all)
        expect(
          named.filter(({ spec }) => selects(spec.podSelector, labels)),
          name,
        ).not.toEqual([]);
      for (const { metadata, spec } of named)
        expect(
          all.filter(({ labels }) => selects(spec.podSelector, labels)),
          metadata.name,
        ).not.toEqual([]);
    });

    test('each process may call what its settings name, and nothing else', () => {
      const calls = callsOf(manifests);
      expect(calls).toEqual(expect.arrayContaining(['gateway > operations', 'gateway > live-query']));
      expect(new Set(letThrough(manifests))).toEqual(new Set([...calls, 'mongo > mongo']));
    });

    test('what goes out by HTTPS reaches neither a private network nor whatever tells a machine its secrets', () => {
      const outside = ofKind(manifests, 'NetworkPolicy')
        .flatMap(({ spec }) => spec.egress ?? [])
        .filter(({ ports }) => ports.some(({ port }: { port: number }) => port === 443));
      expect(outside).not.toEqual([]);
      const inner = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'];
      for (const { to } of outside) expect(to).toEqual([{ ipBlock: { cidr: '0.0.0.0/0', except: inner } }]);
    });

    test('a member of MongoDB is replaced when the one before has had time to catch up', () => {
      const [mongo] = ofKind(manifests, 'StatefulSet').filter(({ metadata }) => metadata.name === 'mongo');
      expect(mongo?.spec.minReadySeconds).toBeGreaterThan(10);
    });

    test('each image has a tag, which is none that moves', () => {
      const images = all
        .flatMap(({ pod }) => [...pod.containers, ...(pod.initContainers ?? [])])
        .map(({ image }) => image);
      expect(images.filter((image) => !/:[\w.-]+$/.test(image) || /:(latest|no-tag-in-overlay)$/.test(image))).toEqual(
        [],
      );
    });

    test('each Service finds pods, and each autoscaler its Deployment', () => {
      for (const { metadata, spec } of ofKind(manifests, 'Service'))
        expect(
          all.filter(({ labels }) => selects({ matchLabels: spec.selector }, labels)),
          metadata.name,
        ).not.toEqual([]);
      for (const { metadata, spec } of ofKind(manifests, 'HorizontalPodAutoscaler'))
        expect([spec.scaleTargetRef.name, all.map(({ name }) => name).includes(metadata.name)]).toEqual([
          metadata.name,
          true,
        ]);
    });
  });

  test('what answers people is scaled with what it has to do, and is never one alone', () => {
    const manifests = parse(render('overlays/prod'));
    const scaled = ofKind(manifests, 'HorizontalPodAutoscaler');
    const answering = workloads(manifests).filter(
      ({ manifest, labels }) =>
        manifest.kind === 'Deployment' &&
        ['command', 'query', 'edge'].includes(labels.kind ?? '') &&
        labels.context !== 'operations',
    );
    expect(answering.map(({ name }) => name)).toEqual(expect.arrayContaining(['frontend', 'gateway', 'live-query']));
    expect(scaled.map(({ metadata }) => metadata.name).toSorted()).toEqual(
      answering.map(({ name }) => name).toSorted(),
    );
    for (const { metadata, spec } of scaled) expect(spec.minReplicas, metadata.name).toBeGreaterThan(1);
  });

  test.each(overlays)('in %s, of what answers operators there is one, which alone knows its jobs', (overlay) => {
    const manifests = parse(render(`overlays/${overlay}`));
    const [operations] = workloads(manifests).filter(({ name }) => name === 'operations');
    expect(operations?.manifest.spec.replicas).toBe(1);
    const scaled = ofKind(manifests, 'HorizontalPodAutoscaler').map(({ spec }) => spec.scaleTargetRef.name);
    expect(scaled).not.toContain('operations');
  });

  test('a base without an overlay says in the name of its image why nothing starts', () => {
    const images = workloads(parse(render('base'))).flatMap(({ pod }) => pod.containers.map(({ image }) => image));
    expect(new Set(images.map((image) => image.split(':')[1]))).toEqual(new Set(['no-tag-in-overlay']));
  });
});
