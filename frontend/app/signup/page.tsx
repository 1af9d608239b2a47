import { PASSWORD_LENGTH } from '@boxoffice/contracts';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageLink } from '../../components/page-link.tsx';
import { readable } from '../../components/readable.tsx';
import { safeNext } from '../../lib/safe-next.ts';
import { one, type SearchParams } from '../../lib/search-params.ts';
import { viewer } from '../../lib/viewer.ts';
import { SignUpForm } from './signup-form.tsx';

export const metadata: Metadata = { title: 'Sign up' };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const next = safeNext(one(await searchParams, 'next'));
  return readable('/signup', async () => {
    if (await viewer()) redirect(next);
    return (
      <div className="narrow stack">
        <h1>Create an account</h1>
        <p className="soft">With it you buy and sell. Other people never see your address.</p>
        <SignUpForm next={next} idempotencyKey={crypto.randomUUID()} password={PASSWORD_LENGTH} />
        <p>
          Have one already? <PageLink href={`/signin?${new URLSearchParams({ next })}`}>Sign in</PageLink>
        </p>
      </div>
    );
  });
}
