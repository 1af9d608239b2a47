import type { GenerationView } from '@boxoffice/contracts';
import { DataTable } from '../../../../components/data-table.tsx';
import { formatCount } from '../../../../lib/format-count.ts';
import { useWords } from '../../../../lib/words.ts';

interface GenerationsProps {
  live: string | undefined;
  candidates: readonly GenerationView[];
  retired: readonly GenerationView[];
}

/** The builds of a projection: the one that answers, and those beside it. */
export function Generations({ live, candidates, retired }: GenerationsProps) {
  const { t, locale } = useWords();
  return (
    <div className="stack">
      <h2>{t('operations.builds')}</h2>
      <p>{live === undefined ? t('operations.noBuild') : t('operations.answers', { id: live })}</p>
      {candidates.length + retired.length > 0 && (
        <DataTable
          caption={t('operations.builds')}
          rows={[...candidates, ...retired]}
          keyOf={({ id }) => id}
          columns={[
            { head: t('operations.build'), cell: ({ id }) => id },
            { head: t('operations.stands'), cell: ({ state }) => t(`operations.generation.${state}`) },
            { head: t('operations.position'), cell: ({ position }) => formatCount(position, locale), numeric: true },
          ]}
        />
      )}
    </div>
  );
}
