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
      const why = whyNot(failure);
      if (!why) throw failure;
      const [attempt, message] = [before.attempt + 1, t(why)];
      return { attempt, message, values: typedIn(form), idempotencyKey: keyOf(form) };
    }
  };
  // Only the action itself works without scripts, and for that it must be in the page that the server renders.
  const isServer = typeof window === 'undefined';
  return useActionState<State, FormData>(
    (isServer ? action : send) as (before: Awaited<State>, form: FormData) => Promise<State>,
    untouched as Awaited<State>,
  );
}

/** Why there is nothing to go by. What the framework or the server has thrown has a mark, and is theirs to explain. */
function whyNot(failure: unknown): 'form.noAnswer' | 'form.renewed' | undefined {
  if (!(failure instanceof Error) || 'digest' in failure) return undefined;
  // The page is older than the server, which does not know its forms any more.
  return failure.name === 'UnrecognizedActionError' ? 'form.renewed' : 'form.noAnswer';
}
