import { ApiProblem } from '../../lib/api/problem.ts';
import type { FormState } from '../../lib/form-state.ts';
import { refused } from '../../lib/refusal.ts';
import type { Translate } from '../../lib/words.ts';

/** As `refused`; a password that does not confirm anything is marked, since no address was typed with it. */
export function refusedHere(before: FormState, form: FormData, problem: unknown, t: Translate): FormState {
  const state = refused(before, form, problem, t);
  if (!(problem instanceof ApiProblem) || problem.code !== 'wrong-credentials') return state;
  return { ...state, message: t('yourAccount.notDone'), errors: { password: t('yourAccount.wrongPassword') } };
}
