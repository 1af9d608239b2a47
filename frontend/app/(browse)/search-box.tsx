'use client';

import { useEffect, useState } from 'react';
import { suggestedTexts } from './suggested-texts.ts';

/** Milliseconds without a key until it is asked what may be meant. */
const PAUSE = 150;

interface SearchBoxProps extends Omit<React.ComponentProps<'input'>, 'list'> {
  /** What is suggested, in words that the form around it knows. */
  listId: string;
}

/**
 * A search field that suggests what one may have begun to type. The list is the browser's own, so that it works by
 * keyboard, by touch and with screen readers as any other; without scripts it is empty.
 */
export function SearchBox({ listId, defaultValue, ...input }: SearchBoxProps) {
  const [text, setText] = useState('');
  const [suggested, setSuggested] = useState<readonly string[]>([]);

  useEffect(() => {
    const begun = text.trim();
    if (begun.length < 2) return setSuggested([]);
    const stopping = new AbortController();
    const timer = setTimeout(() => {
      suggestions(begun, stopping.signal).then(setSuggested, () => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [text]);

  return (
    <>
      <input
        {...input}
        type="search"
        list={listId}
        autoComplete="off"
        defaultValue={defaultValue}
        onChange={({ target }) => setText(target.value)}
      />
      <datalist id={listId}>
        {suggested.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  );
}

async function suggestions(q: string, signal: AbortSignal): Promise<readonly string[]> {
  const reply = await fetch(`/api/tickets/suggestions?${new URLSearchParams({ q: q.slice(0, 200) })}`, { signal });
  return reply.ok ? suggestedTexts(await reply.json()) : [];
}
