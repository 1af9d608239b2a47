import type { Metadata } from 'next';
import { Pager } from '../../../../components/pager.tsx';
import { operations } from '../../../../lib/api/operations.ts';
import { one, type SearchParams } from '../../../../lib/search-params.ts';
import { CommitPanel } from '../../commit-panel.tsx';
import { operationsPage } from '../../operations-page.tsx';

interface Props {
  params: Promise<{ stream: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).stream };
}

export default async function StreamPage({ params, searchParams }: Props) {
  const { stream } = await params;
  const after = one(await searchParams, 'after');
  const here = `/operations/streams/${encodeURIComponent(stream)}`;
  return operationsPage({
    here,
    section: 'log',
    title: () => stream,
    children: async ({ t }) => {
      const query = new URLSearchParams(after === undefined ? {} : { after });
      const { items, nextAfter } = await operations.stream(stream, query);
      return (
        <div className="stack">
          {items.map(({ revision, events, others, ...commit }) => (
            <CommitPanel
              key={commit.position}
              commit={{
                ...commit,
                streams: [{ id: stream, revision }],
                events: events.map((event) => ({ ...event, stream })),
              }}
            >
              {others.length > 0 && t('operations.together', { streams: others.join(', ') })}
            </CommitPanel>
          ))}
          <Pager
            first={after === undefined ? undefined : here}
            next={nextAfter === undefined ? undefined : `${here}?after=${nextAfter}`}
          />
        </div>
      );
    },
  });
}
