/** In place of a list that has nothing in it: says why, and what to do. */
export function Empty({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="panel stack">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
