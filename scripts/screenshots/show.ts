/** What a seller types: the same place and day for all, so that pictures compare. */
export function show(title: string, quantity: number): Record<string, unknown> {
  const year = new Date().getFullYear() + 1;
  return {
    title,
    quantity,
    venue: 'Columbiahalle',
    city: 'Berlin',
    startsAt: `${year}-06-12T18:30:00.000Z`,
    timeZone: 'Europe/Berlin',
    section: 'B',
    row: '4',
    seat: '12',
    price: { amount: 4500 * quantity, currency: 'EUR' },
  };
}
