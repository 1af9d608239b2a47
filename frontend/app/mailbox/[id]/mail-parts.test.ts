import { expect, test } from 'vitest';
import { mailParts } from './mail-parts.ts';

const order = '/orders/0d9f6f70-0000-4000-8000-000000000001';

const text = `Paid: Night Owls: the return

Thank you: €42.00 has been paid, and the ticket is yours.

Show:   Night Owls: the return
Seats:  Row 4
Total:  €42.00

See the order:
https://market.example${order}

-- 
Boxoffice, market.example
`;

test('a mail is words, facts, and the way to its page on this site', () => {
  expect(mailParts(text, 'Paid: Night Owls: the return')).toEqual([
    { kind: 'words', text: 'Thank you: €42.00 has been paid, and the ticket is yours.' },
    {
      kind: 'facts',
      facts: [
        ['Show', 'Night Owls: the return'],
        ['Seats', 'Row 4'],
        ['Total', '€42.00'],
      ],
    },
    { kind: 'link', text: 'See the order', href: order },
  ]);
});

test('what is no address of a page leads to the front page, and never out of this site', () => {
  const part = (address: string) => mailParts(`See it:\n${address}`, 'x');
  expect(part('javascript:alert(1)')).toEqual([{ kind: 'link', text: 'See it', href: '/' }]);
  expect(part('https://evil.example//elsewhere.example')).toEqual([{ kind: 'link', text: 'See it', href: '/' }]);
});

test('a text of another making is shown as it is', () => {
  expect(mailParts('Hello\nyou: there', 'x')).toEqual([{ kind: 'words', text: 'Hello\nyou: there' }]);
  expect(mailParts('', 'x')).toEqual([]);
});
