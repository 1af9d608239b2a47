import { LookAgain } from './look-again.tsx';

/** While it is shown, the page brings itself up to date: with scripts in place, without them by loading anew. */
export function KeepUp({ orderId, everySeconds }: { orderId: string; everySeconds: number }) {
  const here = `/orders/${orderId}`;
  return (
    <p className="small">
      This page brings itself up to date. <a href={here}>Look again now</a>
      <LookAgain everySeconds={everySeconds} />
      <noscript>
        {/* With the address: the answer to a form that was sent must not send it again. */}
        <meta httpEquiv="refresh" content={`${everySeconds};url=${here}`} />
      </noscript>
    </p>
  );
}
