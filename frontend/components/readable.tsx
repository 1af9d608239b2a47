import { notFound } from 'next/navigation';
import { ApiProblem, type ProblemCode } from '../lib/api/problem.ts';
import { wordsFor } from '../lib/problem-words.ts';

interface Words {
  title: string;
  what: string;
  next: string;
}

/** Reading differs from sending a form: nothing can have been done, and nothing is marked. */
const reading: Partial<Record<ProblemCode, Words>> = {
  'invalid-input': {
    title: 'This address leads nowhere',
    what: 'It may be cut off, or too old.',
    next: 'Start again from the list of tickets.',
  },
  unreachable: {
    title: 'The market does not answer',
    what: 'This page cannot be shown at the moment.',
    next: 'Nothing is lost. Try again in a minute.',
  },
};

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
    const { title, what, next } = reading[problem.code] ?? {
      title: 'This page cannot be shown right now',
      ...wordsFor(problem),
    };
    return (
      <div className="medium stack">
        <h1>{title}</h1>
        <p>{what}</p>
        <p>{next}</p>
        <p className="row">
          {problem.code !== 'invalid-input' && (
            <a className="button primary" href={here}>
              Try again
            </a>
          )}
          <a className="button" href="/">
            Browse tickets
          </a>
        </p>
      </div>
    );
  }
}
