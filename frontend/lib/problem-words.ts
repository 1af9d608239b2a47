import type { ApiProblem } from './api/problem.ts';
import type { Translate } from './words.ts';

interface ProblemWords {
  /** What happened. */
  what: string;
  /** What to do about it. */
  next: string;
}

/** A problem in words for people: what happened and what to do next. */
export function wordsFor({ code }: ApiProblem, t: Translate): ProblemWords {
  return { what: t(`problem.${code}.what`), next: t(`problem.${code}.next`) };
}
