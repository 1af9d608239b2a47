'use client';

import type { TicketChange } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useRefresh } from '../../lib/use-refresh.ts';
import { type Heard, listen } from './listen.ts';

/** A ticket and its state are named; in a list it is enough that something is different; an order's page says it all. */
export type LiveSubject = 'ticket' | 'list' | 'order';

interface LiveListenerProps {
  subject: LiveSubject;
  /** What to follow, as the stream is asked for it. */
  query: string;
  /** The position that the page shows. */
  after: number | undefined;
}

/** Hears what changes, brings the page up to date, and says what it was. */
export function LiveListener({ subject, query, after }: LiveListenerProps) {
  const refresh = useRefresh();
  const t = useTranslations();
  const [news, setNews] = useState<TicketChange['status'] | 'list'>();
  const shown = useRef(after);

  useEffect(() => {
    const onHeard = ({ changes }: Heard) => {
      void refresh();
      const [ticket] = (changes ?? []).filter((change) => change.kind === 'ticket').slice(-1);
      if (subject === 'ticket' && ticket) setNews(ticket.status);
      if (subject === 'list' && changes) setNews('list');
    };
    return listen({ query, after: shown.current, onHeard });
  }, [refresh, query, subject]);

  // There from the start: what appears together with its text is not read aloud.
  return (
    <p role="status" className="small live-news">
      {news === 'list' ? t('live.list') : news && t(`live.ticket.${news}`)}
    </p>
  );
}
