'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';

const never = () => () => {};

/** Puts a text on the clipboard, and says so. Only there where scripts can do it: the text itself stands beside it. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations();
  const [copied, setCopied] = useState(false);
  const isAble = useSyncExternalStore(
    never,
    () => 'clipboard' in navigator,
    () => false,
  );
  if (!isAble) return null;
  return (
    <>
      <button type="button" onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
        {t('form.copy')}
      </button>
      <span role="status" className="small soft">
        {copied && t('form.copied')}
      </span>
    </>
  );
}
