import { stderr } from 'node:process';
import { Presets, SingleBar } from 'cli-progress';
import { complain } from './say.ts';

export interface ShownProgress extends Disposable {
  show(done: number, of: number): void;
}

/** Shows how far something has come, with its rate and the time left: a bar at a terminal, plain lines elsewhere. */
export function showProgress(what: string): ShownProgress {
  return stderr.isTTY ? bar(what) : lines(what);
}

function bar(what: string): ShownProgress {
  const format = `${what} {bar} {value} of {total} commits, {rate}/s, {left} left`;
  const shown = new SingleBar({ format, hideCursor: true, clearOnComplete: false }, Presets.shades_classic);
  const speed = measure();
  let isStarted = false;
  return {
    show(done, of) {
      if (!isStarted) shown.start(of, done, speed(done, of));
      isStarted = true;
      shown.setTotal(of);
      shown.update(done, speed(done, of));
    },
    [Symbol.dispose]: () => shown.stop(),
  };
}

function lines(what: string): ShownProgress {
  const speed = measure();
  let shown = -1;
  return {
    show(done, of) {
      const half = of === 0 ? 2 : Math.floor((done / of) * 2);
      if (half <= shown) return;
      shown = half;
      complain(`${what}: ${done} of ${of} commits, ${speed(done, of).rate}/s`);
    },
    [Symbol.dispose]: () => undefined,
  };
}

/** Commits a second since the beginning, and what that makes of the rest. */
function measure() {
  const began = performance.now();
  return (done: number, of: number) => {
    const rate = done / ((performance.now() - began) / 1000);
    const left = rate > 0 ? Math.max(0, (of - done) / rate) : 0;
    return { rate: Math.round(rate), left: `${Math.ceil(left)} s` };
  };
}
