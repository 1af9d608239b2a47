import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type FormState, untouched } from './form-state.ts';
import { keyOf, typedIn } from './typed-in.ts';

type Action<State extends FormState> = (before: State, form: FormData) => Promise<State>;

/**
 * The state of a form, and its action. When no answer comes, the form stays with all that was typed and says so; sent
 * again, it has the same key. Thrown on, the failure would put an error page in its place.
 */
export function useFormAction<State extends FormState>(action: Action<State>) {
  const t = useTranslations();
  const send: Action<FormState> = async (before, form) => {
    try {
      return await action(before as State, form);
    } catch (failure) {
      if (wasAnswered(failure)) throw failure;
      const [message, values] = [t('form.noAnswer'), typedIn(form)];
      return { attempt: before.attempt + 1, message, values, idempotencyKey: keyOf(form) };
    }
  };
  // Only the action itself works without scripts, and for that it must be in the page that the server renders.
  const isServer = typeof window === 'undefined';
  return useActionState<State, FormData>(
    (isServer ? action : send) as (before: Awaited<State>, form: FormData) => Promise<State>,
    untouched as Awaited<State>,
  );
}

/** The framework and the server mark what they throw: another page, or a failure that is in the log. */
function wasAnswered(failure: unknown): boolean {
  if (!(failure instanceof Error)) return true;
  return 'digest' in failure || failure.name === 'UnrecognizedActionError';
}
