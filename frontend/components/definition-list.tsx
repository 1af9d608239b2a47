export interface Definition {
  term: string;
  value: React.ReactNode;
  /** Less important than the value, and below it. */
  note?: React.ReactNode;
}

/** Names and what they stand for, one below the other. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, value, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {note && <dd className="aside-note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
