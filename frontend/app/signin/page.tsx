import { redirect } from 'next/navigation';
import { linkTo } from '../../components/marks.tsx';
import { Notice } from '../../components/notice.tsx';
import { readable } from '../../components/readable.tsx';
import { getWords, pageTitle } from '../../lib/get-words.ts';
import { safeNext, signInTo } from '../../lib/safe-next.ts';
import { one, type SearchParams } from '../../lib/search-params.ts';
import { viewer } from '../../lib/viewer.ts';
import { SignInForm } from './signin-form.tsx';

export const generateMetadata = pageTitle((t) => t('account.signInTitle'));

export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const next = safeNext(one(await searchParams, 'next'));
  return readable(signInTo(next), async () => {
    const [reader, { t }] = await Promise.all([viewer(), getWords()]);
    if (reader) redirect(next);
    return (
      <div className="narrow stack">
        <h1>{t('account.signInTitle')}</h1>
        {next !== '/' && <Notice>{t('account.comeBack')}</Notice>}
        <SignInForm next={next} />
        <p>{t.rich('account.newHere', { link: linkTo(`/signup?${new URLSearchParams({ next })}`) })}</p>
      </div>
    );
  });
}
