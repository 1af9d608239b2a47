type Errors = Readonly<Record<string, string>>;

/** Of what was marked, what is wrong as it is now. Nothing is marked anew while it is still being typed. */
export function stillWrong(marked: Errors, now: Errors = {}): Errors {
  const still = Object.keys(marked).flatMap((name) => {
    const remark = now[name];
    return remark === undefined ? [] : [[name, remark]];
  });
  return Object.fromEntries(still);
}
