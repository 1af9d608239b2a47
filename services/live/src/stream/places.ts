import { Busy } from '@boxoffice/common';

export interface Limits {
  /** Connections of this process. */
  readonly all: number;
  /** Of one session, or of one address where nobody is signed in. */
  readonly each: number;
}

/** Counts the connections, so that nobody can take them all. */
export function placesFor({ all, each }: Limits) {
  const taken = new Map<string, number>();
  let total = 0;

  return {
    /**
     * Takes a place, and answers how to give it back.
     * @throws {Busy} there is none left, for them or at all
     */
    take(whose: string): () => void {
      const before = taken.get(whose) ?? 0;
      if (before >= each) throw new Busy('There are too many connections from you', 30);
      if (total >= all) throw new Busy('There are too many connections', 30);
      taken.set(whose, before + 1);
      total += 1;
      return () => {
        const now = taken.get(whose) ?? 0;
        if (now > 1) taken.set(whose, now - 1);
        else taken.delete(whose);
        total -= 1;
      };
    },
  };
}
