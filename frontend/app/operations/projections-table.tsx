import type { ProjectionState, ProjectionView } from '@boxoffice/contracts';
import { Badge, type BadgeTone } from '../../components/badge.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { formatCount } from '../../lib/format-count.ts';
import { useWords } from '../../lib/words.ts';

const tones: Record<ProjectionState, BadgeTone> = {
  live: 'good',
  paused: 'wait',
  halted: 'bad',
  unattended: 'bad',
  rebuilding: 'accent',
};

export function ProjectionBadge({ state }: { state: ProjectionState }) {
  const { t } = useWords();
  return <Badge tone={tones[state]}>{t(`operations.state.${state}`)}</Badge>;
}

/** Every projection, and how it stands. */
export function ProjectionsTable({ items, head }: { items: readonly ProjectionView[]; head: number }) {
  const { t, locale } = useWords();
  const count = (number: number) => formatCount(number, locale);
  return (
    <>
      <p>{t('operations.head', { position: count(head) })}</p>
      <DataTable
        caption={t('operations.projections')}
        rows={items}
        keyOf={({ name }) => name}
        columns={[
          {
            head: t('operations.name'),
            cell: ({ name }) => <PageLink href={`/operations/projections/${name}`}>{name}</PageLink>,
          },
          { head: t('operations.stands'), cell: ({ state }) => <ProjectionBadge state={state} /> },
          { head: t('operations.position'), cell: ({ position }) => count(position), numeric: true },
          { head: t('operations.behind'), cell: ({ lag }) => count(lag.commits), numeric: true },
          {
            head: t('operations.perSecond'),
            cell: ({ throughput }) => (throughput === null ? '–' : count(Math.round(throughput))),
            numeric: true,
          },
          { head: t('operations.quarantined'), cell: ({ quarantined }) => count(quarantined), numeric: true },
          { head: t('operations.candidates'), cell: ({ candidates }) => count(candidates.length), numeric: true },
        ]}
      />
    </>
  );
}
