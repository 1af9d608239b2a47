import { notFound } from 'next/navigation';
import { ApiProblem } from '../lib/api/problem.ts';
import { getWords } from '../lib/get-words.ts';
import { wordsFor } from '../lib/problem-words.ts';
import type { Translate } from '../lib/words.ts';

interface PageWords {
  title: string;
  what: string;
  next: string;
}

/** Asked again, the answer is the same. */
const final = new Set<string>(['invalid-input', 'not-an-operator']);

/** Reading differs from sending a form: nothing can have been done, and nothing is marked. */
function whyNot(problem: ApiProblem, t: Translate): PageWords {
  switch (problem.code) {
    case 'invalid-input':
      return { title: t('reading.invalidTitle'), what: t('reading.invalidWhat'), next: t('reading.invalidNext') };
    case 'unreachable':
      return {
        title: t('reading.unreachableTitle'),
        what: t('reading.unreachableWhat'),
        next: t('reading.unreachableNext'),
      };
    case 'not-an-operator':
      return { title: t('reading.operatorsTitle'), ...wordsFor(problem, t) };
    default:
      return { title: t('reading.title'), ...wordsFor(problem, t) };
  }
}

/**
 * Makes a page from what the API says. A refusal becomes words in the page: thrown, it would reach only readers whose
 * browser runs scripts, since error boundaries do not run on the server. The price is that such a page has status 200.
 * `here` is the page's own address, to try again without scripts as well.
 */
export async function readable(here: string, page: () => Promise<React.ReactNode>): Promise<React.ReactNode> {
  try {
    return await page();
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem;
    if (problem.status === 404) notFound();
    const { t } = await getWords();
    const { title, what, next } = whyNot(problem, t);
    return (
      <div className="medium stack">
        <h1>{title}</h1>
        <p>{what}</p>
        <p>{next}</p>
        <p className="row">
          {!final.has(problem.code) && (
            <a className="button primary" href={here}>
              {t('action.tryAgain')}
            </a>
          )}
          <a className="button" href="/">
            {t('action.browse')}
          </a>
        </p>
      </div>
    );
  }
}
