interface Decline {
  readonly code?: string | null | undefined;
  readonly decline_code?: string | null | undefined;
}

const NO_FUNDS = 'The card has not enough funds';
const EXPIRED = 'The card has expired';
const NUMBER = 'The number of the card is wrong';
const EXPIRY = 'The expiry date of the card is wrong';
const SECURITY_CODE = 'The security code of the card is wrong';
const ADDRESS = 'The address does not belong to the card';
const LIMIT = 'The card has reached its limit';
const NOT_FOR_THIS = 'The card cannot be used for this purchase';
const UNPROVEN = 'The bank could not make sure that it is you';
const BANK_AWAY = 'The bank could not answer';
const DECLINED = 'The card was declined';

const words: ReadonlyMap<string, string> = new Map([
  ['insufficient_funds', NO_FUNDS],
  ['expired_card', EXPIRED],
  ['incorrect_number', NUMBER],
  ['invalid_number', NUMBER],
  ['invalid_account', NUMBER],
  ['invalid_expiry_month', EXPIRY],
  ['invalid_expiry_year', EXPIRY],
  ['incorrect_cvc', SECURITY_CODE],
  ['invalid_cvc', SECURITY_CODE],
  ['incorrect_address', ADDRESS],
  ['incorrect_zip', ADDRESS],
  ['card_velocity_exceeded', LIMIT],
  ['withdrawal_count_limit_exceeded', LIMIT],
  ['card_not_supported', NOT_FOR_THIS],
  ['currency_not_supported', NOT_FOR_THIS],
  ['transaction_not_allowed', NOT_FOR_THIS],
  ['authentication_required', UNPROVEN],
  ['payment_intent_authentication_failure', UNPROVEN],
  ['issuer_not_available', BANK_AWAY],
  ['processing_error', BANK_AWAY],
  ['reenter_transaction', BANK_AWAY],
  ['try_again_later', BANK_AWAY],
  ['amount_too_small', 'The amount is too small for this way of paying'],
  ['amount_too_large', 'The amount is too large for this way of paying'],
]);

/**
 * Why Stripe, or the bank behind it, said no, for the buyer to read. What is not listed is a decline like any other:
 * whoever uses a lost or stolen card is not told that it is known.
 */
export function declineReason({ code, decline_code }: Decline): string {
  return words.get(decline_code ?? '') ?? words.get(code ?? '') ?? DECLINED;
}
