import { expect, test } from 'vitest';
import { suggestedTexts } from './suggested-texts.ts';

test('each text is suggested once, in the order of the reply', () => {
  const items = [{ kind: 'show', text: 'Night Owls' }, { kind: 'venue', text: 'Owl House' }, { text: 'Night Owls' }];
  expect(suggestedTexts({ items })).toEqual(['Night Owls', 'Owl House']);
});

test.each([undefined, null, 'busy', {}, { items: 3 }, { items: [null, 'x', { text: 1 }] }])(
  '%j suggests nothing',
  (reply) => {
    expect(suggestedTexts(reply)).toEqual([]);
  },
);
