/** What an operator can do, each with words of its own. */
export const acts = [
  'pause',
  'resume',
  'rebuild',
  'compare',
  'switch',
  'rollback',
  'verify',
  'cancel',
  'retry',
  'skip',
  'refund',
] as const;
export type Act = (typeof acts)[number];

export function readAct(value: unknown): Act | undefined {
  return acts.find((act) => act === value);
}
