'use client';

import { useActionState } from 'react';
import { FormMessage } from '../../../components/form-message.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { untouched } from '../../../lib/form-state.ts';
import { withdraw } from './actions.ts';

/** Asks once more before it does what cannot be undone, without scripts too. */
export function WithdrawForm({ ticketId, open }: { ticketId: string; open: boolean }) {
  const [state, action] = useActionState(withdraw, untouched);
  if (!open && state.message === undefined) return null;
  return (
    <form action={action} className="stack">
      <FormMessage state={state} />
      {open && (
        <details>
          <summary>Withdraw it from sale</summary>
          <div className="stack">
            <p className="small soft">Nobody can buy it any more, and it cannot be brought back.</p>
            <input type="hidden" name="ticketId" value={ticketId} />
            <SubmitButton pending="Withdrawing…" className="danger wide">
              Withdraw for good
            </SubmitButton>
          </div>
        </details>
      )}
    </form>
  );
}
