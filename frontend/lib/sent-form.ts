import { headers } from 'next/headers';

/** Whether the page is made in answer to a form that was sent without scripts: what was typed is still to be shown. */
export async function sentForm(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false;
}
