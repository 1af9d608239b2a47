/** Commits a second since the beginning, and how many seconds that makes of the rest. */
export function measure() {
  const began = performance.now();
  return (done: number, of: number) => {
    const rate = done / ((performance.now() - began) / 1000);
    const left = rate > 0 ? Math.max(0, (of - done) / rate) : 0;
    return { rate: Math.round(rate), secondsLeft: Math.ceil(left) };
  };
}
