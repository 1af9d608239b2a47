import { expect, test } from 'vitest';
import { stillWrong } from './still-wrong.ts';

test('what was put right is not marked any more, what is wrong in another way says so', () => {
  expect(stillWrong({ title: 'empty', price: 'no amount' }, { price: 'too dear' })).toEqual({ price: 'too dear' });
});

test('nothing is marked before it was sent', () => {
  expect(stillWrong({ title: 'empty' }, { title: 'empty', price: 'no amount' })).toEqual({ title: 'empty' });
  expect(stillWrong({ title: 'empty' })).toEqual({});
});
