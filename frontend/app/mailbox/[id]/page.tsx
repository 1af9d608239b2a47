import type { Metadata } from 'next';
import { DefinitionList } from '../../../components/definition-list.tsx';
import { LocalTime } from '../../../components/local-time.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { readable } from '../../../components/readable.tsx';
import { api } from '../../../lib/api.ts';
import { getWords } from '../../../lib/get-words.ts';
import { known } from '../../../lib/known-id.ts';
import { titled } from '../../../lib/titled.ts';
import { requireViewer } from '../../../lib/viewer.ts';
import styles from './mail.module.css';
import { type MailPart, mailParts } from './mail-parts.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = known((await params).id);
  return titled(async () => (await api.mail(id)).subject);
}

export default async function MailPage({ params }: Props) {
  const id = known((await params).id);
  return readable(`/mailbox/${id}`, async () => {
    await requireViewer(`/mailbox/${id}`);
    const [{ subject, text, at }, { t }] = await Promise.all([api.mail(id), getWords()]);
    return (
      <article className="medium stack-l">
        <PageHeader
          title={<bdi lang="en">{subject}</bdi>}
          back={{ href: '/mailbox', text: t('mailbox.title') }}
          lead={<LocalTime instant={at} />}
        />
        {/* Mails are written in English, whatever the language of the page. */}
        <div className="panel stack" lang="en" dir="ltr">
          {mailParts(text, subject).map((part, at) => (
            <Part key={at} part={part} />
          ))}
        </div>
        <details>
          <summary>{t('mailbox.asSent')}</summary>
          <pre className={styles.source} lang="en" dir="ltr">
            {text}
          </pre>
        </details>
      </article>
    );
  });
}

function Part({ part }: { part: MailPart }) {
  switch (part.kind) {
    case 'words':
      return <p className={styles.words}>{part.text}</p>;
    case 'facts':
      return <DefinitionList items={part.facts.map(([term, value]) => ({ term, value: <bdi>{value}</bdi> }))} />;
    case 'link':
      return (
        <p>
          <PageLink className="button" href={part.href}>
            {part.text}
          </PageLink>
        </p>
      );
  }
}
