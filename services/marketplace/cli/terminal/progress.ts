import { stderr } from 'node:process';
import { Presets, SingleBar } from 'cli-progress';
import type { Shown } from '../../operations/operating.ts';
import { measure } from '../../operations/speed.ts';
import { complain } from './say.ts';

/** Shows how far something has come, with its rate and the time left: a bar at a terminal, plain lines elsewhere. */
export function showProgress(what: string): Shown {
  return stderr.isTTY ? bar(what) : lines(what);
}

function bar(what: string): Shown {
  const format = `${what} {bar} {value} of {total} commits, {rate}/s, {left} left`;
  const shown = new SingleBar({ format, hideCursor: true, clearOnComplete: false }, Presets.shades_classic);
  const speed = spoken();
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

function lines(what: string): Shown {
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

function spoken() {
  const speed = measure();
  return (done: number, of: number) => {
    const { rate, secondsLeft } = speed(done, of);
    return { rate, left: `${secondsLeft} s` };
  };
}
