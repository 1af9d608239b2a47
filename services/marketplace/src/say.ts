import { stdout } from 'node:process';

/** Speaks to the person at the terminal; what operators read is in the log. */
export function say(line: string): void {
  stdout.write(`${line}\n`);
}

/** Shows how far something has come: in place at a terminal, at each tenth elsewhere. */
export function sayProgress(what: string): (done: number, of: number) => void {
  let shown = -1;
  return (done, of) => {
    const tenth = Math.floor((done / of) * 10);
    if (stdout.isTTY) stdout.write(`\r${what}: ${done} of ${of}${done === of ? '\n' : ''}`);
    else if (tenth > shown && (tenth === 0 || tenth === 5 || tenth === 10)) say(`${what}: ${done} of ${of}`);
    shown = tenth;
  };
}
