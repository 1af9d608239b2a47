import { StartError } from '@boxoffice/common';
import { InvalidArgumentError } from 'commander';

/** What was said does not make sense, whatever the market is like. */
export class ArgumentError extends StartError {}

/** A whole number that is not below another. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least)
      throw new InvalidArgumentError(`It must be a whole number, ${least} or more.`);
    return number;
  };
}

const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000 };

/** A duration as `500ms`, `10s` or `2m`, in milliseconds. */
export function duration(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,6})(ms|s|m)$/.exec(text) ?? [];
  const factor = units[unit];
  if (factor === undefined) throw new InvalidArgumentError('It must be a duration, as 500ms, 10s or 2m.');
  return Number(number) * factor;
}
