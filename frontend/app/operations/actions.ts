'use server';

import { Id, ProjectionName, RefundSale, RetryKeys, SkipEvent } from '@boxoffice/contracts';
import { redirect } from 'next/navigation';
import { operations } from '../../lib/api/operations.ts';
import type { FormState } from '../../lib/form-state.ts';
import { getWords } from '../../lib/get-words.ts';
import { invalid, refused } from '../../lib/refusal.ts';
import { signInFirst } from '../../lib/sign-in-first.ts';
import { keyOf } from '../../lib/typed-in.ts';
import { type Act, readAct } from './read-act.ts';

/** Carries out what an operator wants, and answers where to look at what comes of it. */
async function carryOut(act: Act, form: FormData): Promise<string> {
  const key = keyOf(form);
  const value = (name: string) => form.get(name) ?? undefined;
  switch (act) {
    case 'pause':
    case 'resume': {
      const name = ProjectionName.parse(value('projection'));
      await operations.tell(name, act, key);
      return `/operations/projections/${name}?done=told`;
    }
    case 'rebuild':
    case 'compare':
    case 'switch':
    case 'rollback':
      return jobPage(await operations.begin(ProjectionName.parse(value('projection')), act, key));
    case 'verify':
      return jobPage(await operations.verify(key));
    case 'cancel': {
      const id = Id.parse(value('job'));
      await operations.cancelJob(id);
      return `/operations/jobs/${id}`;
    }
    case 'retry':
      await operations.retry(RetryKeys.parse({ projection: value('projection'), key: value('key') }), key);
      return '/operations/quarantine?done=told';
    case 'skip': {
      const [projection, skipped, reason] = [value('projection'), value('key'), value('reason')];
      await operations.skip(SkipEvent.parse({ projection, key: skipped, reason }), key);
      return '/operations/quarantine?done=told';
    }
    case 'refund': {
      // biome-ignore lint/suspicious/noThenProperty: the API calls it so, and a word is no promise
      const sale = RefundSale.parse({ orderId: value('order'), then: value('then') });
      await operations.refund(sale, key);
      return `/operations/orders?id=${sale.orderId}&done=told`;
    }
  }
}

export async function operate(before: FormState, form: FormData): Promise<FormState> {
  const { t } = await getWords();
  const act = readAct(form.get('act'));
  if (!act) return invalid(before, form, {}, t);
  if (act === 'skip' && !SkipEvent.shape.reason.safeParse(form.get('reason')).success)
    return invalid(before, form, { reason: t('operations.whyNeeded') }, t);
  let next: string;
  try {
    next = await carryOut(act, form);
  } catch (problem) {
    signInFirst(problem, '/operations');
    return refused(before, form, problem, t);
  }
  redirect(next);
}

function jobPage({ id }: { id: string }): string {
  return `/operations/jobs/${id}`;
}
