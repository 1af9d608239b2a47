import { TicketSearchReply } from '@boxoffice/contracts';

/** Somebody who comes over the network, with cookies. */
export class Visitor {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  async signsUp(): Promise<void> {
    const email = `visitor-${crypto.randomUUID()}@example.com`;
    const reply = await this.post('/api/users/signup', { email, password: 'correct horse' });
    if (reply.status !== 201) throw new Error(await reply.text());
  }

  async finds(query: string): Promise<TicketSearchReply> {
    return TicketSearchReply.parse(await (await this.get(`/api/tickets?${query}`)).json());
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {});
  }

  post(path: string, body: object, more: Record<string, string> = {}): Promise<Response> {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...more };
    return this.#send(path, { method: 'POST', body: JSON.stringify(body), headers });
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set('cookie', [...this.#cookies].map(([k, v]) => `${k}=${v}`).join('; '));
    const reply = await fetch(this.#url + path, { ...init, headers });
    for (const cookie of reply.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return reply;
  }
}
