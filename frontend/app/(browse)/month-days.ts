/** The first and the last day of a month: `2027-02` → `2027-02-01`, `2027-02-28`. */
export function monthDays(month: string): { from: string; to: string } {
  const last = new Date(`${month}-01T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return { from: `${month}-01`, to: last.toISOString().slice(0, 10) };
}
