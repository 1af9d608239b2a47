import { ClientWords } from '../../components/client-words.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { readable } from '../../components/readable.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { ApiProblem } from '../../lib/api/problem.ts';
import { getWords } from '../../lib/get-words.ts';
import { wordsFor } from '../../lib/problem-words.ts';
import { requireViewer } from '../../lib/viewer.ts';
import type { Words } from '../../lib/words.ts';

const sections = {
  projections: '/operations',
  quarantine: '/operations/quarantine',
  log: '/operations/log',
  orders: '/operations/orders',
  jobs: '/operations/jobs',
} as const;
type Section = keyof typeof sections;

interface OperationsPageProps {
  /** The page's own address. */
  here: string;
  section: Section;
  title: (words: Words) => React.ReactNode;
  /** What was done just now, by the key of its words. */
  done?: string | undefined;
  children: (words: Words) => Promise<React.ReactNode>;
}

/** A page for operators: the API decides who is one, and others are told. */
export function operationsPage({ here, section, title, done, children }: OperationsPageProps) {
  return readable(here, async () => {
    await requireViewer(here);
    const words = await getWords();
    const { t } = words;
    const content = await found(children, words);
    const tabs = (Object.keys(sections) as Section[]).map((name) => ({
      href: sections[name],
      text: t(`operations.${name}`),
      current: name === section,
    }));
    return (
      <div className="stack-l">
        <Tabs label={t('operations.title')} tabs={tabs} />
        <PageHeader title={title(words)} />
        <div role="status">{done === 'told' && <Notice tone="good">{t('operations.told')}</Notice>}</div>
        <ClientWords groups={['operations']}>{content}</ClientWords>
      </div>
    );
  });
}

/** What is not there is said in the console itself: the page for what is missing needs scripts at addresses like these. */
async function found(children: OperationsPageProps['children'], words: Words): Promise<React.ReactNode> {
  try {
    return await children(words);
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.status !== 404) throw problem;
    const { what, next } = wordsFor(problem, words.t);
    return (
      <Notice tone="wait">
        {what} {next}
      </Notice>
    );
  }
}
