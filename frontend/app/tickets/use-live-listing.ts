import type { Currency, TicketInput } from '@boxoffice/contracts';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../lib/words.ts';
import type { ListingState } from './listing-state.ts';
import { stillWrong } from './still-wrong.ts';

type Reader = typeof import('./read-ticket-form.ts')['readTicketForm'];
type Errors = Readonly<Record<string, string>>;

/**
 * What a form of a listing says while it is filled in: read in the browser as the action reads it, by the same contract.
 * The reader comes when somebody begins to write; until it is there, and without scripts, the action says the same.
 */
export function useLiveListing(currency: Currency, state: ListingState, initial?: TicketInput) {
  const words = useWords();
  // Used from the moment it is there: a letter may be written between that and the next render.
  const reader = useRef<Reader>(undefined);
  const [isReading, setReading] = useState(false);
  const [typed, setTyped] = useState<{ attempt: number; offer: TicketInput }>();
  const [checked, setChecked] = useState<{ attempt: number; errors: Errors }>();
  // What the market said last counts until the form is checked again.
  const errors = checked?.attempt === state.attempt ? checked.errors : state.errors;

  // An answer without what was typed shows the listing as it is now, and so does the preview.
  const isKept = typed !== undefined && (typed.attempt === state.attempt || state.values !== undefined);

  const read = (form: HTMLFormElement) => reader.current?.(new FormData(form), currency, words);
  const show = (offer: TicketInput | undefined) => offer && setTyped({ attempt: state.attempt, offer });

  const load = (form: HTMLFormElement) => {
    if (reader.current) return;
    const ready = ({ readTicketForm }: { readTicketForm: Reader }) => {
      reader.current = readTicketForm;
      setReading(true);
      // Something may have been written before it was there.
      show(read(form)?.input);
    };
    void import('./read-ticket-form.ts').then(ready, () => undefined);
  };

  const here = useRef<HTMLFormElement>(null);
  // Somebody may have begun to write before the page ran, and nobody tells of that.
  useEffect(() => {
    if (here.current?.contains(document.activeElement)) load(here.current);
  }, []);

  return {
    errors,
    offer: (isKept ? typed.offer : undefined) ?? state.preview ?? initial,
    form: {
      noValidate: isReading,
      ref: here,
      onFocus: ({ currentTarget: form }: React.FocusEvent<HTMLFormElement>) => load(form),
      onInput: ({ currentTarget: form }: React.FormEvent<HTMLFormElement>) => {
        const found = read(form);
        if (!found) return;
        show(found.input);
        if (errors) setChecked({ attempt: state.attempt, errors: stillWrong(errors, found.errors) });
      },
      onSubmit: (event: React.FormEvent<HTMLFormElement>) => {
        const form = event.currentTarget;
        const found = read(form)?.errors;
        if (!found) return;
        event.preventDefault();
        flushSync(() => setChecked({ attempt: state.attempt, errors: found }));
        form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      },
    },
  };
}
