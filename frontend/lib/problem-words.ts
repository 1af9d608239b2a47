import type { ApiProblem, ProblemCode } from './api/problem.ts';

interface Words {
  /** What happened. */
  what: string;
  /** What to do about it. */
  next: string;
}

const words: Record<ProblemCode, Words> = {
  'invalid-input': { what: 'Some of it cannot be used as it is.', next: 'Correct what is marked and send it again.' },
  'not-signed-in': { what: 'You are not signed in.', next: 'Sign in, then try again.' },
  'wrong-credentials': {
    what: 'The e-mail address and the password do not go together.',
    next: 'Check both and try again, or create an account if you have none.',
  },
  'payment-declined': {
    what: 'The payment was declined. No money was taken.',
    next: 'Choose another payment method while the ticket is held for you.',
  },
  'cross-site-request': {
    what: 'Your browser sent this from another site, so nothing was done.',
    next: 'Open the page here again and repeat it.',
  },
  'not-an-operator': {
    what: 'This is for those who look after the market.',
    next: 'Sign in with the account of an operator.',
  },
  'not-your-ticket': {
    what: 'Only its seller may change a listing.',
    next: 'Sign in with the account that listed it.',
  },
  'own-ticket': { what: 'This is your own listing.', next: 'Edit or withdraw it instead of buying it.' },
  'route-not-found': { what: 'There is nothing here.', next: 'Start again from the list of tickets.' },
  'user-not-found': { what: 'There is no such account.', next: 'Check the address or the id.' },
  'session-not-found': { what: 'There is no such session of yours.', next: 'Look at the list of your sessions.' },
  'ticket-not-found': { what: 'There is no such ticket.', next: 'Look for another one in the list of tickets.' },
  'order-not-found': { what: 'There is no such order of yours.', next: 'Look at the list of your orders.' },
  'mail-not-found': { what: 'There is no such mail of yours.', next: 'Look at the list of your mails.' },
  'webhook-not-found': { what: 'There is no such webhook of yours.', next: 'Look at the list of your webhooks.' },
  'email-taken': { what: 'This address already has an account.', next: 'Sign in, or use another address.' },
  'ticket-reserved': {
    what: 'The ticket is held for a buyer at the moment.',
    next: 'It comes back if they do not pay in time: look again in a few minutes.',
  },
  'ticket-sold': { what: 'The ticket has been sold.', next: 'Look for another one in the list of tickets.' },
  'ticket-withdrawn': {
    what: 'The seller has withdrawn the ticket.',
    next: 'Look for another one in the list of tickets.',
  },
  'show-started': { what: 'The show has started.', next: 'Look for a later one in the list of tickets.' },
  'price-changed': {
    what: 'The seller changed the price while you were reading. Nothing was reserved.',
    next: 'Look at the new price, then reserve if you still want it.',
  },
  'order-paid': { what: 'This order is paid already.', next: 'You need not pay again: the ticket is in your orders.' },
  'order-cancelled': {
    what: 'This order was cancelled already, so this was not done.',
    next: 'Reserve the ticket again if it is still for sale.',
  },
  'order-expired': {
    what: 'The time to pay ran out, so this was not done.',
    next: 'Reserve the ticket again if it is still for sale.',
  },
  'order-not-paid': { what: 'This order is not paid.', next: 'There is nothing to give back.' },
  'order-refunded': {
    what: 'All the money of this order went back to its buyer, or is on its way.',
    next: 'The page of the order says how it stands. Look for another ticket in the list.',
  },
  'payment-in-progress': {
    what: 'A payment for this order is under way.',
    next: 'Wait for its outcome: do not pay twice.',
  },
  'too-many-webhooks': {
    what: 'You have as many webhooks as one may have.',
    next: 'Remove one that is not needed any more.',
  },
  'webhook-disabled': { what: 'Nothing is sent to this webhook any more.', next: 'Enable it, then try again.' },
  'concurrent-change': { what: 'Others changed the same thing just now.', next: 'Try again.' },
  'revision-stale': {
    what: 'The listing changed since you opened it, so yours was not saved.',
    next: 'The form below shows how it is now: make your change again.',
  },
  'body-too-large': { what: 'That is more text than fits.', next: 'Shorten it and send it again.' },
  'unsupported-media-type': { what: 'The form arrived damaged.', next: 'Reload the page and try again.' },
  'idempotency-key-reused': {
    what: 'This form was sent once before, and that first one counts.',
    next: 'If you want this one as well, send it again.',
  },
  'replay-too-soon': { what: 'This webhook was replayed a moment ago.', next: 'Try again in a minute.' },
  internal: { what: 'The market could not do that.', next: 'Nothing you typed is lost: try again in a minute.' },
  'no-answer': {
    what: 'The market did not answer, so it is not known whether this was done.',
    next: 'Nothing you typed is lost: try again in a few seconds.',
  },
  busy: { what: 'The market is very busy.', next: 'Try again in a few seconds.' },
  'not-caught-up': { what: 'Your last change is still on its way to this page.', next: 'Reload in a few seconds.' },
  unreachable: {
    what: 'The market did not answer, so it is not known whether this was done.',
    next: 'Try again in a minute: sending the same form twice does it only once.',
  },
};

/** A problem in words for people: what happened and what to do next. */
export function wordsFor(problem: ApiProblem): Words {
  return words[problem.code];
}
