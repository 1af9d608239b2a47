import { Money } from '@boxoffice/contracts';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';

async function act(form: FormData) {
  'use server';
  (await cookies()).set('x', String(form.get('x')));
  redirect('/?done=1');
}
export default async function Page() {
  const c = (await cookies()).get('x')?.value;
  return (
    <form action={act}>
      <p>
        {JSON.stringify(Money.parse({ amount: 1, currency: 'EUR' }))} cookie={c}
      </p>
      <input name="x" />
      <button>go</button>
    </form>
  );
}
