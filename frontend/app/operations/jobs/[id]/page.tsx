import type { JobView } from '@boxoffice/contracts';
import type { Metadata } from 'next';
import { KeepUp } from '../../../../components/keep-up.tsx';
import { PageLink } from '../../../../components/page-link.tsx';
import { ProgressBar } from '../../../../components/progress-bar.tsx';
import { operations } from '../../../../lib/api/operations.ts';
import { formatCount } from '../../../../lib/format-count.ts';
import { formatSpan } from '../../../../lib/format-time.ts';
import { getWords } from '../../../../lib/get-words.ts';
import type { Words } from '../../../../lib/words.ts';
import { ActForm } from '../../act-form.tsx';
import { operationsPage } from '../../operations-page.tsx';
import { JobOutcome } from './job-outcome.tsx';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords()).t('operations.job') };
}

export default async function JobPage({ params }: Props) {
  const { id } = await params;
  const here = `/operations/jobs/${encodeURIComponent(id)}`;
  return operationsPage({
    here,
    section: 'jobs',
    title: ({ t }) => t('operations.job'),
    children: async (words) => {
      const job = await operations.job(id);
      const { kind, projection, state } = job;
      const { t } = words;
      return (
        <div className="stack-l">
          <p>
            {t(`operations.do.${kind}`)}{' '}
            {projection && <PageLink href={`/operations/projections/${projection}`}>{projection}</PageLink>}
          </p>
          {state === 'running' && (
            <>
              <Progress job={job} words={words} />
              <ActForm act="cancel" to={{ job: id }} idempotencyKey={crypto.randomUUID()} />
              <KeepUp address={here} everySeconds={1} />
            </>
          )}
          <div role="status">{state !== 'running' && <JobOutcome job={job} />}</div>
        </div>
      );
    },
  });
}

function Progress({ job: { stage, progress }, words: { t, locale } }: { job: JobView; words: Words }) {
  const { done, of, perSecond, secondsLeft } = progress;
  const numbers = {
    done: formatCount(done, locale),
    of: formatCount(of, locale),
    rate: formatCount(perSecond, locale),
    left: formatSpan(secondsLeft, locale),
  };
  return (
    <ProgressBar label={t(`operations.stage.${stage ?? 'read'}`)} value={done} max={Math.max(1, of)}>
      {t(`operations.stage.${stage ?? 'read'}`)}: {t('operations.progress', numbers)}
    </ProgressBar>
  );
}
