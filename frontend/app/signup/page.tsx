import { PASSWORD_LENGTH } from '@boxoffice/contracts';
import { redirect } from 'next/navigation';
import { ClientWords } from '../../components/client-words.tsx';
import { linkTo } from '../../components/marks.tsx';
import { readable } from '../../components/readable.tsx';
import { getWords, pageTitle } from '../../lib/get-words.ts';
import { safeNext } from '../../lib/safe-next.ts';
import { one, type SearchParams } from '../../lib/search-params.ts';
import { viewer } from '../../lib/viewer.ts';
import { SignUpForm } from './signup-form.tsx';

export const generateMetadata = pageTitle((t) => t('account.signUpTitle'));

export default async function SignUpPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const next = safeNext(one(await searchParams, 'next'));
  return readable('/signup', async () => {
    const [reader, { t }] = await Promise.all([viewer(), getWords()]);
    if (reader) redirect(next);
    return (
      <div className="narrow stack">
        <h1>{t('account.create')}</h1>
        <p className="soft">{t('account.privacy')}</p>
        <ClientWords groups={['strength']}>
          <SignUpForm next={next} idempotencyKey={crypto.randomUUID()} minLength={PASSWORD_LENGTH.min} />
        </ClientWords>
        <p>{t.rich('account.haveOne', { link: linkTo(`/signin?${new URLSearchParams({ next })}`) })}</p>
      </div>
    );
  });
}
