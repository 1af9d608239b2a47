'use client';

import { useFormStatus } from 'react-dom';

interface SubmitButtonProps {
  children: React.ReactNode;
  /** What it says while the form is on its way. */
  pending: string;
  className?: string;
}

/** Says that it is at work. Never `disabled`: that would lose the focus, and a second press does no harm. */
export function SubmitButton({ children, pending, className = 'primary' }: SubmitButtonProps) {
  const status = useFormStatus();
  return (
    <button type="submit" className={className} {...(status.pending && { 'aria-disabled': true as const })}>
      {status.pending ? pending : children}
    </button>
  );
}
