import { createTransport } from 'nodemailer';
import { MailRefused, type MailTransport, TransportAway } from './transport.ts';

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with the name and the password if the server wants them. */
  readonly url: string;
  /** `Boxoffice <tickets@example.com>` */
  readonly from: string;
}

/** Milliseconds; together they are less than an attempt is claimed for. */
const TIMEOUTS = { dnsTimeout: 5000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Hands mails to an SMTP server, each over a connection of its own: a pool would send again by itself what it does not
 * know the outcome of. A mail that is sent again has the same `Message-ID` and the same `Date`.
 */
export function smtpTransport({ url, from }: SmtpOptions): MailTransport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const auth = username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const transporter = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password is never sent where others could read it.
    ...(auth ? { auth, requireTLS: true } : {}),
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.replace(/>$/, '').split('@').at(-1);
  return {
    async send({ id, at, subject, text, html }, address) {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      const to = { name: '', address };
      const message = { from, to, subject, text, html, headers, messageId: `<${id}@${domain}>`, date: new Date(at) };
      await transporter.sendMail(message).catch((error: SmtpError) => {
        throw whatItMeans(error);
      });
    },
    async [Symbol.asyncDispose]() {
      transporter.close();
    },
  };
}

interface SmtpError {
  readonly code?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** What the server has said of this mail, by its reply code; RFC 5321, 4.2.1: 5yz is final, 4yz may be otherwise later. */
function whatItMeans({ code = 'unknown', responseCode }: SmtpError): Error {
  const isOfThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!isOfThisMail) return new TransportAway([code, responseCode].filter(Boolean).join(' '));
  // 503 speaks of the connection. Without a reply it is we who found the address or the mail to be none.
  const isFinal = responseCode === undefined || (responseCode >= 500 && responseCode !== 503);
  const reason = `${code} ${responseCode ?? 'before sending'}`;
  return isFinal ? new MailRefused(reason) : new Error(`not taken for now (${reason})`);
}
