import { vi } from 'vitest';
import { randomOf } from './scheduler.ts';

/** Whatever is left to chance follows from the seed. */
export function seeded(seed: number): void {
  const random = randomOf(~seed);
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  vi.spyOn(Math, 'random').mockImplementation(random);
  vi.spyOn(crypto, 'randomUUID').mockImplementation(
    () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`,
  );
}

/** Chance is chance again, and time goes by. */
export function unseeded(): void {
  vi.restoreAllMocks();
  vi.useRealTimers();
}
