import { ApiProblem } from './api/problem.ts';

/** What is asked for as it was at a moment; nothing when it was not there yet. */
export async function asItWas<Then>(ask: () => Promise<Then>): Promise<Then | undefined> {
  try {
    return await ask();
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined;
    throw problem;
  }
}
