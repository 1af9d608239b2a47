import styles from './poster.module.css';
import { drawingOf } from './poster-drawing.ts';

/** A picture for a show that has none: always the same for the same title. It says nothing that is not said in words. */
export function Poster({ title, shape = 'square' }: { title: string; shape?: 'square' | 'wide' }) {
  const { palette, marks } = drawingOf(title);
  const width = shape === 'wide' ? 300 : 100;
  return (
    <svg
      className={`${styles.poster} ${styles[`palette${palette}`]}`}
      viewBox={`0 0 ${width} 100`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <rect className={styles.ground} width={width} height="100" />
      {marks.map(({ kind, x, y, size, tone }) => {
        const at = (x * width) / 100;
        const key = `${kind}-${at}-${y}`;
        const className = styles[`tone${tone}`];
        if (kind === 'disc') return <circle key={key} className={className} cx={at} cy={y} r={size / 2} />;
        if (kind === 'beam')
          return <path key={key} className={className} d={`M${at} 0L${at + size} 100L${at - size / 3} 100Z`} />;
        return <rect key={key} className={className} x={at} y={100 - y} width={size / 4} height={y} />;
      })}
    </svg>
  );
}
