import { Empty } from '../../components/empty.tsx';
import { LocalTime } from '../../components/local-time.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Pager } from '../../components/pager.tsx';
import { readable } from '../../components/readable.tsx';
import { api } from '../../lib/api.ts';
import { getWords, pageTitle } from '../../lib/get-words.ts';
import { pageOf, type SearchParams } from '../../lib/search-params.ts';
import { requireViewer } from '../../lib/viewer.ts';
import styles from './mailbox.module.css';

export const generateMetadata = pageTitle((t) => t('mailbox.title'));

export default async function MailboxPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = pageOf(await searchParams);
  return readable('/mailbox', async () => {
    await requireViewer('/mailbox');
    const [{ items, nextCursor }, { t }] = await Promise.all([api.mailbox(query), getWords()]);
    return (
      <div className="medium stack-l">
        <PageHeader title={t('mailbox.title')} lead={t('mailbox.stays')} />
        {items.length === 0 ? (
          <Empty title={t('mailbox.none')}>
            <p>{t('mailbox.noneMore')}</p>
          </Empty>
        ) : (
          <ul className={styles.mails}>
            {items.map(({ id, subject, at }) => (
              <li key={id}>
                <PageLink href={`/mailbox/${id}`}>
                  <bdi lang="en">{subject}</bdi>
                </PageLink>
                <span className="small soft">
                  <LocalTime instant={at} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <Pager
          first={query.has('cursor') ? '/mailbox' : undefined}
          next={nextCursor && `/mailbox?${new URLSearchParams({ cursor: nextCursor })}`}
        />
      </div>
    );
  });
}
