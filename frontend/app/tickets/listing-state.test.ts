import { expect, test } from 'vitest';
import { isPreview, previewed } from './listing-state.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('a preview keeps what was typed, and the key, since nothing was sent with it', () => {
  const sent = form({ step: 'preview', title: 'Night Owls', idempotencyKey: 'k1' });
  const preview = { title: 'Night Owls', price: { amount: 4000, currency: 'EUR' as const }, quantity: 1 };
  expect(isPreview(sent)).toBe(true);
  expect(previewed({ attempt: 2, message: 'before', errors: { title: 'x' } }, sent, preview)).toEqual({
    attempt: 2,
    values: { step: 'preview', title: 'Night Owls', idempotencyKey: 'k1' },
    idempotencyKey: 'k1',
    preview,
  });
});

test('a form that is sent by its own button is no preview', () => {
  expect(isPreview(form({ title: 'Night Owls' }))).toBe(false);
});
