import { type ErrorCode, errorCatalogue } from '@boxoffice/contracts';
import { ApiProblem } from '../../../lib/api/problem.ts';
import { wordsFor } from '../../../lib/problem-words.ts';
import type { Translate } from '../../../lib/words.ts';

/** Why the account was not deleted, from what the page's own address says; nothing for what nobody would say. */
export function refusedWords(why: string | undefined, t: Translate): string | undefined {
  if (why === 'sure') return t('forget.notSure');
  if (why === 'wrong-credentials') return `${t('yourAccount.wrongPassword')} ${t('forget.notDone')}`;
  if (why === undefined || (why !== 'unreachable' && !isErrorCode(why))) return undefined;
  const { what, next } = wordsFor(new ApiProblem(why, 0, why), t);
  return `${what} ${next}`;
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}
