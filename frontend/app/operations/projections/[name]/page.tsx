import type { Metadata } from 'next';
import { DefinitionList } from '../../../../components/definition-list.tsx';
import { LookAgain } from '../../../../components/look-again.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { PageLink } from '../../../../components/page-link.tsx';
import { operations } from '../../../../lib/api/operations.ts';
import { formatCount } from '../../../../lib/format-count.ts';
import { one, type SearchParams } from '../../../../lib/search-params.ts';
import { ActForm } from '../../act-form.tsx';
import { operationsPage } from '../../operations-page.tsx';
import { ProjectionBadge } from '../../projections-table.tsx';
import { Generations } from './generations.tsx';

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).name };
}

export default async function ProjectionPage({ params, searchParams }: Props) {
  const { name } = await params;
  const here = `/operations/projections/${encodeURIComponent(name)}`;
  return operationsPage({
    here,
    section: 'projections',
    title: () => name,
    done: one(await searchParams, 'done'),
    children: async ({ t, locale }) => {
      const projection = await operations.projection(name);
      const { state, halt, position, head, lag, quarantined, candidates, retired, jobId } = projection;
      const isPaused = state === 'paused';
      const hasCandidate = candidates.length > 0;
      const act = { to: { projection: name }, idempotencyKey: crypto.randomUUID() };
      return (
        <div className="stack-l">
          {halt && (
            <Notice tone="bad">
              {t('operations.haltedAt', { position: formatCount(halt.position, locale) })} <code>{halt.reason}</code>
            </Notice>
          )}
          {jobId && (
            <p>
              <PageLink href={`/operations/jobs/${jobId}`}>{t('operations.jobOfIt')}</PageLink>
            </p>
          )}
          <DefinitionList
            items={[
              { term: t('operations.stands'), value: <ProjectionBadge state={state} /> },
              {
                term: t('operations.position'),
                value: t('operations.positionOf', {
                  position: formatCount(position, locale),
                  head: formatCount(head, locale),
                }),
                note: t('operations.seconds', { count: lag.seconds }),
              },
              { term: t('operations.quarantined'), value: formatCount(quarantined, locale) },
            ]}
          />
          <Generations candidates={candidates} retired={retired} live={projection.generation} />
          <section className="panel stack" aria-labelledby="acts">
            <h2 id="acts">{t('operations.acts')}</h2>
            <div className="row">
              <ActForm {...act} act={isPaused ? 'resume' : 'pause'} />
              <ActForm {...act} act={hasCandidate ? 'compare' : 'rebuild'} />
            </div>
            {hasCandidate && <ActForm {...act} act="switch" isFinal />}
            {retired.length > 0 && <ActForm {...act} act="rollback" isFinal />}
          </section>
          {/* Without scripts the page stays as it is: loaded anew, it would close what is asked once more. */}
          <LookAgain everySeconds={5} />
        </div>
      );
    },
  });
}
