import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Notice } from '../../components/notice.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { readable } from '../../components/readable.tsx';
import { safeNext, signInTo } from '../../lib/safe-next.ts';
import { one, type SearchParams } from '../../lib/search-params.ts';
import { viewer } from '../../lib/viewer.ts';
import { SignInForm } from './signin-form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const next = safeNext(one(await searchParams, 'next'));
  return readable(signInTo(next), async () => {
    if (await viewer()) redirect(next);
    return (
      <div className="narrow stack">
        <h1>Sign in</h1>
        {next !== '/' && <Notice>Sign in to go on; you come back to where you were.</Notice>}
        <SignInForm next={next} />
        <p>
          New here? <PageLink href={`/signup?${new URLSearchParams({ next })}`}>Create an account</PageLink>
        </p>
      </div>
    );
  });
}
