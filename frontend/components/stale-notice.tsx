import { Notice } from './notice.tsx';

interface StaleNoticeProps {
  what: 'ticket' | 'order';
  /** What to do in the meantime. */
  children: React.ReactNode;
}

/** Says that the page shows what was so before something that it cannot show yet. */
export function StaleNotice({ what, children }: StaleNoticeProps) {
  return (
    <div role="status">
      <Notice tone="wait">
        <p>
          <strong>Something has happened to this {what} that we cannot show yet.</strong> What you see here is how it
          was before. Nothing is lost: we are looking into it.
        </p>
        <p>{children}</p>
      </Notice>
    </div>
  );
}
