import { expect, test } from 'vitest';
import { declineReason } from './decline-reason.ts';

test.each([
  [{ code: 'card_declined', decline_code: 'insufficient_funds' }, 'The card has not enough funds'],
  [{ code: 'expired_card', decline_code: null }, 'The card has expired'],
  [{ code: 'incorrect_cvc' }, 'The security code of the card is wrong'],
  [{ code: 'card_declined', decline_code: 'authentication_required' }, 'The bank could not make sure that it is you'],
  [{ code: 'amount_too_small' }, 'The amount is too small for this way of paying'],
  [{ code: 'card_declined', decline_code: 'stolen_card' }, 'The card was declined'],
  [{ code: 'card_declined', decline_code: 'a code of tomorrow' }, 'The card was declined'],
  [{ decline_code: 'constructor' }, 'The card was declined'],
  [{}, 'The card was declined'],
])('%j is put into words', (decline, words) => {
  expect(declineReason(decline)).toBe(words);
});
