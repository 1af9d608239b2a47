import styles from './page-header.module.css';
import { PageLink } from './page-link.tsx';

interface PageHeaderProps {
  title: React.ReactNode;
  /** The page above this one. */
  back?: { href: string; text: string };
  /** A sentence on what the page is for. */
  lead?: React.ReactNode;
  /** What can be done on the page as a whole: links that look like buttons, or forms. */
  actions?: React.ReactNode;
}

/** The head of a page: where one is, what it is, what one can do here. */
export function PageHeader({ title, back, lead, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {back && (
        <p className={styles.back}>
          <PageLink href={back.href}>{back.text}</PageLink>
        </p>
      )}
      <h1>{title}</h1>
      {actions && <div className={styles.actions}>{actions}</div>}
      {lead && <p className={styles.lead}>{lead}</p>}
    </header>
  );
}
