/** A broker, for those who read of it. */
export interface Broker {
  /** Which make it is, in metrics. */
  readonly make: string;
  /** Where it is. */
  readonly place: string;
}

/** What a broker has delivered: true acknowledges it, false has it delivered again. Never rejects. */
export type Deliver = (data: string, isRedelivered: boolean) => Promise<boolean>;

/** A subscription as long as its session has it. Disposing of it leaves its place with the broker. */
export interface Held extends AsyncDisposable {
  /** Resolves when it has ended by itself. */
  readonly ended: Promise<Error>;
}

/** A connection to a broker, from its beginning to its first fault. */
export interface Session extends AsyncDisposable {
  /** Resolves at the first fault. From then on nothing is to be expected of this session. */
  readonly lost: Promise<Error>;
  /** Resolves when the broker has it. Sent in the order of the calls. `id` tells a repetition. */
  publish(data: string, id: string): Promise<void>;
  /** Resolves when the broker holds the subscription; all of the same name share one place. */
  subscribe(name: string, deliver: Deliver): Promise<Held>;
}
