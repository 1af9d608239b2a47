'use client';

/** What failed is in the server's log under the same mark; here it would help nobody. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <div className="medium stack" role="alert">
      <h1>This page failed</h1>
      <p>The fault is ours. What you did before is kept. Try again; if it fails again, come back in a few minutes.</p>
      <p className="row">
        <button type="button" className="primary" onClick={() => retry()}>
          Try again
        </button>
        {/* Not a client-side link: it starts afresh. */}
        <a className="button" href="/">
          Browse tickets
        </a>
      </p>
      {error.digest !== undefined && <p className="small soft">When you ask for help, mention {error.digest}.</p>}
    </div>
  );
}
