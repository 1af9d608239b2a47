/** What a form shows after it was sent and not accepted. */
export interface FormState {
  /** Counts the refusals, so that the second of two alike is announced too. */
  attempt: number;
  message?: string;
  /** What is wrong, by the name of the input. */
  errors?: Readonly<Record<string, string>>;
  /** What was typed, by the name of the input. */
  values?: Readonly<Record<string, string>>;
  /** The key to send next time; without it, the one the page was made with. */
  idempotencyKey?: string;
  /** Where to sign in, when that is what is missing. */
  signIn?: string;
}

export const untouched: FormState = { attempt: 0 };
