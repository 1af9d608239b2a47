import type { TicketInput } from '@boxoffice/contracts';
import type { FormState } from '../../lib/form-state.ts';
import { keyOf, typedIn } from '../../lib/typed-in.ts';

export interface ListingState extends FormState {
  /** What was typed, as it would be listed. */
  preview?: TicketInput;
}

/** Whether the form was sent to be looked at and not to be listed. */
export function isPreview(form: FormData): boolean {
  return form.get('step') === 'preview';
}

/** Nothing was sent to the API: what was typed stays in the form, and its key is still good. */
export function previewed(before: ListingState, form: FormData, preview: TicketInput): ListingState {
  return { attempt: before.attempt, values: typedIn(form), idempotencyKey: keyOf(form), preview };
}
