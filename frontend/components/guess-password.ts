import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** From 0, guessed at once, to 4, not guessed for centuries. */
export type Score = 0 | 1 | 2 | 3 | 4;
export type Guess = (password: string, known: readonly string[]) => Score;

/** The words of this market are the first that are tried here. */
const ours = ['boxoffice', 'ticket', 'tickets', 'marketplace'];

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** How hard a password is to guess for who knows these words about its owner. */
export const guessPassword: Guess = (password, known) => {
  const parts = known.flatMap((word) => [word, ...word.split(/[@.]/)]).filter((word) => word.length > 2);
  return judge.check(password, [...parts, ...ours]).score;
};
