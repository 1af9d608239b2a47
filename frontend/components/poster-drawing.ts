/** One mark of a poster; numbers are hundredths of its height, `x` of its width. */
export interface Mark {
  readonly kind: 'disc' | 'beam' | 'bar';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly tone: 1 | 2 | 3;
}

export interface Drawing {
  readonly palette: number;
  readonly marks: readonly Mark[];
}

export const PALETTES = 6;
const kinds = ['disc', 'beam', 'bar'] as const;

/** What the poster of a show looks like: follows from its title alone, without regard to case. */
export function drawingOf(title: string): Drawing {
  const next = numbersOf(title.normalize('NFC').toLowerCase());
  const palette = next(PALETTES);
  const kind = kinds[next(kinds.length)] ?? 'disc';
  const marks = Array.from({ length: 5 }, (_, index): Mark => {
    const tone = ([1, 2, 3] as const)[index % 3] ?? 1;
    return { kind, x: index * 18 + next(24), y: 15 + next(75), size: 22 + next(46), tone };
  });
  return { palette, marks };
}

/** Numbers below a bound, one after the other (FNV-1a, then a linear congruential generator). */
function numbersOf(text: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
