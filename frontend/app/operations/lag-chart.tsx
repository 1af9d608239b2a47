import type { LagReply } from '@boxoffice/contracts';
import { StepChart } from '../../components/step-chart.tsx';
import { formatCount } from '../../lib/format-count.ts';
import { formatMoment } from '../../lib/format-time.ts';
import { useWords } from '../../lib/words.ts';
import { worstLag } from './worst-lag.ts';

/** How far the slowest projection was behind the log, at each moment at which that changed. */
export function LagChart({ lag }: { lag: LagReply }) {
  const { t, locale } = useWords();
  const points = worstLag(lag);
  const last = points.at(-1);
  if (!last) return null;
  const steps = points.map(({ at, commits, name }) => ({
    from: Date.parse(at),
    value: commits,
    when: formatMoment(at, { locale }),
    what: commits === 0 ? formatCount(0, locale) : `${formatCount(commits, locale)} (${name})`,
  }));
  return (
    <section aria-labelledby="lag" className="stack">
      <h2 id="lag">{t('operations.lag')}</h2>
      <StepChart
        steps={steps}
        until={Date.parse(last.until)}
        caption={t('operations.lagCaption')}
        columns={[t('price.since'), t('operations.behind')]}
        scale={(value) => formatCount(value, locale)}
      />
    </section>
  );
}
