'use client';

import { useActionState } from 'react';
import { FormMessage } from '../../../components/form-message.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { untouched } from '../../../lib/form-state.ts';
import { cancel } from './actions.ts';

interface CancelFormProps {
  orderId: string;
  /** Whether it can be cancelled. When not, the reason of a refusal still shows. */
  open: boolean;
  /** A payment is under way. */
  isPaying: boolean;
}

export function CancelForm({ orderId, open, isPaying }: CancelFormProps) {
  const [state, action] = useActionState(cancel, untouched);
  if (!open && state.message === undefined) return null;
  return (
    <form action={action} className="stack">
      <FormMessage state={state} />
      {open && (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          <SubmitButton pending="Cancelling…" className="wide">
            Cancel the order
          </SubmitButton>
          <p className="small soft">
            {isPaying
              ? 'The ticket is for sale again at once. The payment is called off; your bank may take it all the same.'
              : 'Nothing is paid, and the ticket is for sale again at once.'}
          </p>
        </>
      )}
    </form>
  );
}
