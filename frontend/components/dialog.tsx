'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  /** What the button says that opens it. */
  opener: React.ReactNode;
  title: string;
  className?: string;
  children: React.ReactNode;
}

/**
 * A button, and the window that it opens above the page. The browser keeps the focus inside and gives it back, and
 * closes it by Escape. Browsers that know `command` open it without scripts; no step of a purchase should depend on it.
 */
export function Dialog({ opener, title, className, children }: DialogProps) {
  const t = useTranslations();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const command = (name: string) => ({ command: name, commandfor: id });
  // Both ways at once do no harm: an open dialog stays open, and a closed one closed.
  const open = () => dialog.current?.open || dialog.current?.showModal();
  return (
    <>
      <button type="button" className={className} onClick={open} {...command('show-modal')}>
        {opener}
      </button>
      <dialog ref={dialog} id={id} className={styles.dialog} aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <button type="button" onClick={() => dialog.current?.close()} {...command('close')}>
          {t('form.close')}
        </button>
      </dialog>
    </>
  );
}
