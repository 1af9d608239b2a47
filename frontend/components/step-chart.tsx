import styles from './step-chart.module.css';

export interface Step {
  /** Milliseconds since 1970, from when on it is so. */
  readonly from: number;
  readonly value: number;
  /** The same in words. */
  readonly when: string;
  readonly what: string;
}

interface StepChartProps {
  steps: readonly Step[];
  /** The end of the chart, in milliseconds since 1970. */
  until: number;
  caption: string;
  columns: readonly [when: string, what: string];
  /** How values are written beside the drawing. */
  scale: (value: number) => string;
}

const WIDTH = 600;
const HEIGHT = 160;
const INSET = 8;

/** A line of steps, drawn on the server, and the same numbers in a table. */
export function StepChart({ steps, until, caption, columns, scale }: StepChartProps) {
  const [first] = steps;
  if (!first) return null;
  const values = steps.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => INSET + ((at - first.from) / Math.max(1, until - first.from)) * (WIDTH - 2 * INSET);
  const y = (value: number) => HEIGHT - INSET - ((value - low) / Math.max(1, high - low)) * (HEIGHT - 2 * INSET);
  const line = steps.map(
    ({ from, value }, index) => `${index === 0 ? 'M' : 'H'}${x(from)}${index === 0 ? ' ' : 'V'}${y(value)}`,
  );
  return (
    <figure className={styles.chart}>
      <div className={styles.drawing}>
        <div className={styles.scale} aria-hidden="true">
          {high > low && <span>{scale(high)}</span>}
          <span>{scale(low)}</span>
        </div>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
          <path className={styles.area} d={`${line.join('')}H${x(until)}V${HEIGHT}H${x(first.from)}Z`} />
          <path className={styles.line} d={`${line.join('')}H${x(until)}`} />
        </svg>
      </div>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.toReversed().map(({ from, when, what }) => (
            <tr key={from}>
              <td>{when}</td>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
