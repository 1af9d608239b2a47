export type Tone = 'plain' | 'good' | 'wait' | 'bad';

/** A message about what just happened or how things stand. */
export function Notice({ tone = 'plain', children }: { tone?: Tone; children: React.ReactNode }) {
  return <div className={`notice ${tone}`}>{children}</div>;
}
