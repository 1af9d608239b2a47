import type { JobView } from '@boxoffice/contracts';
import { Notice } from '../../../../components/notice.tsx';
import { useWords } from '../../../../lib/words.ts';

const tones = { running: 'plain', done: 'good', failed: 'bad', cancelled: 'wait' } as const;

/** What has come of a job. */
export function JobOutcome({ job: { state, failure, result } }: { job: JobView }) {
  const { t } = useWords();
  const { comparison, switched, verified } = result;
  return (
    <div className="stack">
      <Notice tone={tones[state]}>
        {t(`operations.jobState.${state}`)} {failure && <code>{failure}</code>}
      </Notice>
      {comparison && (
        <>
          <p>{t('operations.compared', { documents: comparison.documents, differences: comparison.differences })}</p>
          {comparison.different.length > 0 && (
            <p>
              <code>{comparison.different.join(', ')}</code>
            </p>
          )}
        </>
      )}
      {switched && <p>{t('operations.switched', { from: switched.from, to: switched.to })}</p>}
      {verified && (
        <>
          <p>{t('operations.verified', { commits: verified.commits, problems: verified.problems })}</p>
          <ul>
            {verified.named.map(({ position, stream, reason }) => (
              <li key={`${position}-${stream}-${reason}`}>
                <code>
                  {position} {stream} {reason}
                </code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
