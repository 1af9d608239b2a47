/** What is known of a person. It is here and nowhere else: what is destroyed here is forgotten. */
export interface Person {
  readonly userId: string;
  readonly email: string;
  /** A PHC string. */
  readonly passwordHash: string;
}

/**
 * Personal data beside the log: an append-only log cannot forget, and this can. What was put is there when the promise
 * is kept, also after a crash. Events carry ids; whoever needs to know the person asks here, when they need it.
 */
export interface Vault extends AsyncDisposable {
  put(person: Person): Promise<void>;
  get(userId: string): Promise<Person | undefined>;
  /** Of all entries with an address, in capitals or not; those that no account names are among them. */
  idsOf(email: string): Promise<string[]>;
  /**
   * Puts another hash of a password in the place of the one that was read before. `false`: it is not there any more,
   * because somebody else was quicker or the person was forgotten; nothing was changed.
   */
  replaceHash(change: { readonly userId: string; readonly from: string; readonly to: string }): Promise<boolean>;
  /** Destroys what is known of the person. Nothing happens when nothing is. */
  forget(userId: string): Promise<void>;
}
