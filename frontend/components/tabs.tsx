import { PageLink } from './page-link.tsx';
import styles from './tabs.module.css';

interface TabsProps {
  /** What they choose between. */
  label: string;
  tabs: readonly { href: string; text: string; current: boolean }[];
}

/** Views of one page, each with an address of its own: links, so they work without scripts. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {tabs.map(({ href, text, current }) => (
          <li key={href}>
            <PageLink href={href} {...(current && { 'aria-current': 'page' as const })}>
              {text}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
