import { PageLink } from './page-link.tsx';

/** What the tags in messages become, for `t.rich`. */
export const marks = {
  strong: (words: React.ReactNode) => <strong>{words}</strong>,
  hidden: (words: React.ReactNode) => <span className="visually-hidden">{words}</span>,
};

/** `<link>` in a message that leads to another page. */
export function linkTo(href: string) {
  return (words: React.ReactNode) => <PageLink href={href}>{words}</PageLink>;
}
