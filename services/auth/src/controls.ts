import {
  EmailClaimed,
  EmailReleased,
  OperatorAppointed,
  OperatorDismissed,
  type SignUp,
  streamName,
  UserForgotten,
  UserPasswordChanged,
  UserSessionsEnded,
  UserSignedIn,
  UserSignedOut,
  UserSignedUp,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';

/** The life of one account, as its events tell it. */
export const signedUp = sampleOf(UserSignedUp);
export const signedIn = sampleOf(UserSignedIn);
export const signedOut = sampleOf(UserSignedOut);
export const appointed = sampleOf(OperatorAppointed);
export const dismissed = sampleOf(OperatorDismissed);
export const sessionsEnded = sampleOf(UserSessionsEnded);
export const passwordChanged = sampleOf(UserPasswordChanged);
export const forgotten = sampleOf(UserForgotten);
export const released = sampleOf(EmailReleased);
export const claimed = sampleOf(EmailClaimed);

export const { userId, sessionId } = signedIn.data;
export const userStream = streamName('user', userId);
export const sessionStream = streamName('session', sessionId);

/** The body of a request that makes an account. */
export const credentials: SignUp = { email: 'Zoe@example.com', password: 'night owls in berlin' };
