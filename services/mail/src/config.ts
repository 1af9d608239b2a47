import { publicSettings, WorkerConfig } from '@boxoffice/common';
import { z } from 'zod';

/** The settings of whoever sends mails, for the entry points to take up into theirs. */
export const mailSettings = {
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: 'must be an smtp or smtps address' })
    .optional()
    .describe('The server that mails are handed to, as smtps://user:password@host; without, they stay in the mailbox'),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@"\p{Cc}]+ <)?[^\s<>@",;]+@[\w.-]+>?$/u, {
      error: 'must be an address, as Boxoffice <tickets@example.com>',
    })
    .refine((text) => text.includes('<') === text.endsWith('>'), { error: 'must have both of < and >, or neither' })
    .optional()
    .describe('Whom mails are from; needed with SMTP_URL'),
};

const MailSettings = z.object(mailSettings);
export type MailSettings = z.infer<typeof MailSettings>;

/** What is missing between the settings; to be given to `superRefine` of the entry point's schema. */
export function checkMailSettings(settings: MailSettings, context: z.core.$RefinementCtx<unknown>): void {
  if (settings.SMTP_URL !== undefined && settings.MAIL_FROM === undefined)
    context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'is needed where SMTP_URL is set' });
}

/** The settings of the process that sends mails. */
export const ProjectorConfig = z
  .object({
    ...WorkerConfig.shape,
    PUBLIC_URL: publicSettings.PUBLIC_URL.unwrap()
      .default('http://localhost:3000')
      .describe('How browsers reach the market: where the links in mails lead'),
    ...mailSettings,
  })
  .superRefine(checkMailSettings);
