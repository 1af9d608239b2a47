import { type Routes, refusals, signedIn } from '@boxoffice/common/http';
import { Id, MailboxQuery, MailboxReply, MailView } from '@boxoffice/contracts';
import { z } from 'zod';
import { cursorOf, placeOf } from './cursor.ts';
import { MailNotFound } from './errors.ts';
import type { Mailbox } from './mailbox.ts';

const tags = ['mailbox'];

/** A person's own mails, the newest first, and one of them. */
export function mailboxQueries({ mailbox }: { readonly mailbox: Mailbox }): Routes {
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get(
      '/api/mailbox',
      {
        schema: { tags, querystring: MailboxQuery, response: { 200: MailboxReply, ...refusals('not-signed-in') } },
      },
      async (request) => {
        const { userId } = signedIn(request);
        const { cursor, limit } = request.query;
        const after = cursor === undefined ? undefined : placeOf(cursor);
        const found = await mailbox.page(userId, { after, limit: limit + 1 });
        const items = found.slice(0, limit);
        const last = items.at(-1);
        return { items, ...(last && found.length > limit ? { nextCursor: cursorOf(last) } : {}) };
      },
    );

    app.get(
      '/api/mailbox/:id',
      {
        schema: {
          tags,
          params: z.strictObject({ id: Id }),
          response: { 200: MailView, ...refusals('not-signed-in', 'mail-not-found') },
        },
      },
      async (request) => {
        const { userId } = signedIn(request);
        const mail = await mailbox.get(userId, request.params.id);
        if (!mail) throw new MailNotFound();
        return mail;
      },
    );
  };
}
