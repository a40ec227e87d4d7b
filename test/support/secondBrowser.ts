import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { SecondComputerState } from '#core/contract/secondComputer.ts';
import { PASSWORD } from './backend.ts';
import type { Client } from './transports.ts';

/** A number that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** What a test sends; undefined leaves out a header that a browser would send. */
export interface Sent {
  path: string;
  method?: string;
  headers?: Record<string, string | undefined>;
  body?: unknown;
  tls?: RequestOptions;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of message.setEncoding('utf8')) text += part;
  return text;
}

/** A browser on a second computer: it trusts the clinic's authority, and keeps the cookie. */
export class SecondBrowser {
  readonly origin: string;
  readonly #ca: string;
  cookie: string | undefined;
  bearer: string | undefined;

  constructor({ urls, authority }: SecondComputerState) {
    this.origin = urls[0] ?? '';
    this.#ca = authority?.certificate ?? '';
  }

  /** Sends a request with every header as given, as no browser would let a page do. */
  async send(sent: Sent): Promise<Answer> {
    const message = await this.#message(sent);
    return { status: message.statusCode ?? 0, headers: message.headers, body: await textOf(message) };
  }

  #message({ path, method = 'POST', headers = {}, body, tls = {} }: Sent): Promise<IncomingMessage> {
    const { hostname, port, host } = new URL(this.origin);
    const own = {
      host,
      origin: this.origin,
      'sec-fetch-site': 'same-origin',
      cookie: this.cookie,
      authorization: this.bearer && `Bearer ${this.bearer}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const all = Object.entries({ ...own, ...headers }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const bytes = body === undefined ? undefined : typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const options = { hostname, port, path, method, headers: Object.fromEntries(all), setHost: false, agent: false, ca: this.#ca };
      // Node would compare the certificate with the header, which a test may have changed.
      const checked = { checkServerIdentity: (_: string, certificate: PeerCertificate) => checkServerIdentity(hostname, certificate) };
      request({ ...options, ...checked, ...tls }, (message) => {
        const [cookie] = message.headers['set-cookie'] ?? [];
        if (cookie) this.cookie = cookie.split(';')[0];
        resolve(message);
      })
        .on('error', reject)
        .end(bytes);
    });
  }

  /** Types the code; the answer of the program. */
  async pair(code: string, name = 'Front desk'): Promise<Answer> {
    const answer = await this.send({ path: '/pair', body: { code, name } });
    if (answer.status === 200) this.bearer = JSON.parse(answer.body).token;
    return answer;
  }

  /** Opens the page again, as after a restart of the browser: only the cookie was kept. */
  async enter(): Promise<Answer> {
    this.bearer = undefined;
    const answer = await this.send({ path: '/enter' });
    if (answer.status === 200) this.bearer = JSON.parse(answer.body).token;
    return answer;
  }

  /** The contract's client of the window that was paired or entered. */
  client(): Client {
    const url = `${this.origin}/rpc`;
    return createORPCClient(
      new RPCLink({
        url,
        fetch: async (asked) => {
          const body = new Uint8Array(await asked.arrayBuffer());
          const message = await this.#message({
            path: new URL(asked.url).pathname,
            headers: { 'content-type': asked.headers.get('content-type') ?? undefined },
            ...(body.length > 0 ? { body } : {}),
          });
          asked.signal.addEventListener('abort', () => message.destroy());
          return new Response(Readable.toWeb(message) as ReadableStream, {
            status: message.statusCode ?? 0,
            headers: Object.entries(message.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
          });
        },
      }),
    );
  }
}

/** Waits until `done`; a test that waits in vain ends with its time. */
export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Switches second computers on at this machine's own address. */
export async function switchOn(client: Client): Promise<SecondComputerState> {
  return client.secondComputer.turnOn({ address: '127.0.0.1', port: await freePort(), ownPassword: PASSWORD });
}

/** A browser that was paired by an administrator's window. */
export async function pairedBrowser(client: Client, name = 'Front desk'): Promise<SecondBrowser> {
  const state = await client.secondComputer.pair();
  const browser = new SecondBrowser(state);
  const { status } = await browser.pair(state.pairing?.code ?? '', name);
  if (status !== 200) throw new Error(`Pairing was answered with ${status}.`);
  return browser;
}
