export type BadgeTone = 'plain' | 'good' | 'wait' | 'bad' | 'accent';

/** A state in a word or two. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: React.ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}
