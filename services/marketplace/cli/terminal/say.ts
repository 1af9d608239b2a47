import { stderr, stdout } from 'node:process';

/** What was asked for, on standard output. */
export function say(line: string): void {
  stdout.write(`${printable(line)}\n`);
}

/** What is said beside it, on standard error: so that a script reads only what it asked for. */
export function complain(line: string): void {
  stderr.write(`${printable(line)}\n`);
}

export function sayJson(value: unknown): void {
  stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** One value a line, for what has no end. */
export function sayJsonLine(value: unknown): void {
  stdout.write(`${JSON.stringify(value)}\n`);
}

/** Text of strangers must not give orders to the terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
