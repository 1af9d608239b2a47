import { type Messages, NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';

type Group = keyof Messages;

/** The groups of words that components in the browser use on every page; the others stay on the server. */
const everywhere: readonly Group[] = ['form', 'countdown', 'failed'];

interface ClientWordsProps {
  /** What the components in it need besides. */
  groups?: readonly Group[];
  children: React.ReactNode;
}

/** Gives the components that run in the browser their words. */
export async function ClientWords({ groups = [], children }: ClientWordsProps) {
  const messages = await getMessages();
  const needed = Object.fromEntries([...everywhere, ...groups].map((group) => [group, messages[group]]));
  return <NextIntlClientProvider messages={needed}>{children}</NextIntlClientProvider>;
}
