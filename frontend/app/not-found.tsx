import type { Metadata } from 'next';
import { PageLink } from '../components/page-link.tsx';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <div className="medium stack">
      <h1>There is nothing here</h1>
      <p>
        The address may be mistyped, or it belongs to someone else: orders can be seen only by their buyer, signed in.
      </p>
      <p className="row">
        <PageLink className="button primary" href="/">
          Browse tickets
        </PageLink>
        <PageLink className="button" href="/orders">
          My orders
        </PageLink>
      </p>
    </div>
  );
}
