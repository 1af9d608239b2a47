import type { Metadata } from 'next';
import { DefinitionList } from '../../../../components/definition-list.tsx';
import { operations } from '../../../../lib/api/operations.ts';
import { getWords } from '../../../../lib/get-words.ts';
import { CommitPanel } from '../../commit-panel.tsx';
import { operationsPage } from '../../operations-page.tsx';

interface Props {
  params: Promise<{ position: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await getWords();
  return { title: t('operations.commit', { position: (await params).position }) };
}

export default async function CommitPage({ params }: Props) {
  const { position } = await params;
  return operationsPage({
    here: `/operations/log/${encodeURIComponent(position)}`,
    section: 'log',
    title: ({ t }) => t('operations.commit', { position }),
    children: async ({ t }) => {
      const commit = await operations.commit(position);
      const { commandId, correlationId, causationId } = commit;
      return (
        <div className="stack-l">
          <CommitPanel commit={commit} />
          <DefinitionList
            items={[
              { term: t('operations.command'), value: <code>{commandId}</code> },
              { term: t('operations.correlation'), value: <code>{correlationId}</code> },
              ...(causationId === undefined
                ? []
                : [{ term: t('operations.cause'), value: <code>{causationId}</code> }]),
            ]}
          />
        </div>
      );
    },
  });
}
