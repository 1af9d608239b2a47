import { z } from 'zod';
import { defineEvent, type EventOf, eventSet } from './event.ts';
import { Id } from './id.ts';
import { Instant } from './time.ts';

/** On `user-<id>`. The address and the password are in the vault, never in an event. */
export const UserSignedUp = defineEvent('UserSignedUp', 1, { userId: Id });
/** On `user-<id>`: the user looks after the market from here on, and not any more. */
export const OperatorAppointed = defineEvent('OperatorAppointed', 1, { userId: Id });
export const OperatorDismissed = defineEvent('OperatorDismissed', 1, { userId: Id });

/** On `user-<id>`: every session of the user that had begun before has ended. */
export const UserSessionsEnded = defineEvent('UserSessionsEnded', 1, { userId: Id });
/** The same, in one commit with the `UserSignedIn` of the session that goes on. The password itself is in the vault. */
export const UserPasswordChanged = defineEvent('UserPasswordChanged', 1, { userId: Id });
/**
 * On `user-<id>`, in one commit with `EmailReleased`: the account was deleted at its user's wish. What is known of the
 * person is destroyed, no session of theirs is good any more, and nobody else ever has this id.
 */
export const UserForgotten = defineEvent('UserForgotten', 1, { userId: Id });

const aboutUsers = [
  UserSignedUp,
  OperatorAppointed,
  OperatorDismissed,
  UserSessionsEnded,
  UserPasswordChanged,
  UserForgotten,
] as const;
export const userEvents = eventSet('user', aboutUsers);
export type UserEvent = EventOf<(typeof aboutUsers)[number]>;

/** On `session-<id>`: a session began. A stream of its own, so that an account does not grow with its use. */
export const UserSignedIn = defineEvent('UserSignedIn', 1, { userId: Id, sessionId: Id });
/** On `session-<id>`: the session ended; its cookie is worth nothing from here on. */
export const UserSignedOut = defineEvent('UserSignedOut', 1, { userId: Id, sessionId: Id });

export const sessionEvents = eventSet('session', [UserSignedIn, UserSignedOut]);
export type SessionEvent = EventOf<typeof UserSignedIn | typeof UserSignedOut>;

/** A session, in the read model that every service asks at every request. */
export interface SessionAccess {
  readonly userId: string;
  readonly startedAt: string;
  /** The position at which it began. */
  readonly began: number;
  readonly endedAt?: string;
}

/** A user of whom more is to be known than that they may sign in, in the same model. */
export interface UserAccess {
  readonly isOperator: boolean;
  /** Sessions that began before this position have ended. */
  readonly sessionsFrom: number;
  /** None of their sessions is good, not even one that begins at the same moment. */
  readonly isForgotten?: true;
}

export type Access = SessionAccess | UserAccess;

/** What that model is called. Its documents have the names of their streams: `session-<id>`, `user-<id>`. */
export const accessModel = { name: 'access', version: 2, indexes: [{ key: { userId: 1, startedAt: -1 } }] } as const;

/** On `email-<keyed hash of the address>`: the address belongs to this user. Of two claims at once one is appended. */
export const EmailClaimed = defineEvent('EmailClaimed', 1, { userId: Id });

/** On the same stream: it belongs to nobody any more, and may be claimed again. */
export const EmailReleased = defineEvent('EmailReleased', 1, { userId: Id });

export const emailEvents = eventSet('email', [EmailClaimed, EmailReleased]);
export type EmailEvent = EventOf<typeof EmailClaimed | typeof EmailReleased>;

/** An e-mail address, kept as typed but for outer blanks; compared without regard to case. */
export const Email = z
  .string()
  .max(254, { error: 'must be 254 characters or fewer' })
  .trim()
  .pipe(z.email({ error: 'must be an e-mail address' }));

/** The fewest and the most characters of a password (OWASP ASVS 5.0, 6.2.1 and 6.2.9). */
export const PASSWORD_LENGTH = { min: 8, max: 128 } as const;

const GivenPassword = z
  .string()
  .max(PASSWORD_LENGTH.max, { error: `must be ${PASSWORD_LENGTH.max} characters or fewer` });

/** A password, taken exactly as typed. */
export const Password = GivenPassword.min(PASSWORD_LENGTH.min, {
  error: `must be ${PASSWORD_LENGTH.min} characters or more`,
});

export const SignUp = z.strictObject({ email: Email, password: Password }).meta({ id: 'SignUp' });
export type SignUp = z.infer<typeof SignUp>;

export const SignIn = z
  .strictObject({ email: z.string().trim().max(254), password: GivenPassword })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const UserView = z.object({ id: Id, email: z.string() }).meta({ id: 'User' });
export type UserView = z.infer<typeof UserView>;

export const CurrentUserReply = z
  .object({ currentUser: UserView.extend({ isOperator: z.boolean() }).nullable() })
  .meta({ id: 'CurrentUser' });
export type CurrentUserReply = z.infer<typeof CurrentUserReply>;

/** The password once more, for what must not be done by whoever finds a browser open. */
export const PasswordConfirmation = SignIn.pick({ password: true }).meta({ id: 'PasswordConfirmation' });
export type PasswordConfirmation = z.infer<typeof PasswordConfirmation>;

export const ChangePassword = z
  .strictObject({ password: SignIn.shape.password, newPassword: Password })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const SessionView = z
  .object({
    id: Id,
    startedAt: Instant,
    /** When one has to sign in again. */
    expiresAt: Instant,
    /** It is the one that asks. */
    current: z.boolean(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

/** The open sessions, the newest first, a hundred at most. */
export const SessionsReply = z.object({ items: z.array(SessionView) }).meta({ id: 'Sessions' });
export type SessionsReply = z.infer<typeof SessionsReply>;
