import styles from './data-table.module.css';

export interface Column<Row> {
  head: React.ReactNode;
  cell: (row: Row) => React.ReactNode;
  /** Numbers stand at the end, one digit below the other. */
  numeric?: boolean;
}

interface DataTableProps<Row> {
  /** What the table shows; also the name of the region that scrolls where it is wider than the page. */
  caption: string;
  /** The first one names its row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => React.Key;
}

/** Rows to compare. On a narrow page it scrolls by itself, by touch and by the keyboard. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  const [first, ...others] = columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroller} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, numeric }, at) => (
              <th key={at} scope="col" className={numeric ? styles.numeric : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{first?.cell(row)}</th>
              {others.map(({ cell, numeric }, at) => (
                <td key={at} className={numeric ? styles.numeric : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
