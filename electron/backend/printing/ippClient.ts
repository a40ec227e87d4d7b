import { request } from 'node:http';
import { decodeAnswer, encodeRequest, type IppAnswer, type IppOut, type IppRequest } from './ippCodec.ts';
import { PortFault } from './port.ts';

/** Where an IPP server listens: a socket of this computer, or a host of the clinic's own network. */
export type IppServer = { socketPath: string; user: string } | { host: string; port: number; user: string };

/** Operations of IPP (RFC 8011) and of CUPS. */
export const OPERATION = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  resumePrinter: 0x0011,
  cupsGetPrinters: 0x4002,
} as const;

const NOT_FOUND: readonly number[] = [0x0406, 0x0407];
const NOT_ACCEPTING = 0x0506;
const FIRST_ERROR = 0x0400;
/** A question is answered at once; a document may take its time over a slow network. */
const ANSWER_MS = 10_000;
const DOCUMENT_MS = 60_000;

let requests = 0;

/**
 * Sends the bytes and gives those of the answer. A fault says whether anything left: without a connection nothing did; once
 * there was one, nobody knows.
 */
function post(server: IppServer, path: string, parts: readonly Uint8Array[], timeoutMs: number): Promise<Buffer> {
  const length = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return new Promise((resolve, reject) => {
    let connected = false;
    const failed = () => reject(connected ? new PortFault('noAnswer', 'noAnswer') : new PortFault('notSent', 'off'));
    const asked = request(
      {
        ...('socketPath' in server ? { socketPath: server.socketPath } : { host: server.host, port: server.port }),
        path,
        method: 'POST',
        agent: false,
        headers: {
          host: 'localhost',
          'content-type': 'application/ipp',
          'content-length': length,
          // CUPS believes the name that the system gives for the other end of its own socket.
          ...('socketPath' in server ? { authorization: `PeerCred ${server.user}` } : {}),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', failed);
        answer.on('aborted', failed);
        answer.on('end', () => {
          clearTimeout(timer);
          if (answer.statusCode === 200) resolve(Buffer.concat(chunks));
          else reject(new PortFault('refused', 'refused'));
        });
      },
    );
    const timer = setTimeout(() => asked.destroy(new Error('No answer in time.')), timeoutMs);
    asked.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => (connected = true));
      else connected = true;
    });
    asked.on('error', () => {
      clearTimeout(timer);
      failed();
    });
    for (const part of parts) asked.write(part);
    asked.end();
  });
}

/** One question to an IPP server, with a document behind it where there is one. Fails with a `PortFault`; tries nothing twice. */
export async function ask(
  server: IppServer,
  {
    path,
    operation,
    target,
    attributes = {},
    jobAttributes,
    document,
  }: {
    path: string;
    operation: number;
    /** The printer that is meant, as the server names it; none for questions about the server itself. */
    target?: string;
    attributes?: IppRequest['operationAttributes'];
    jobAttributes?: Record<string, IppOut>;
    document?: Uint8Array;
  },
): Promise<IppAnswer | 'notFound'> {
  requests = (requests % 0x7fffffff) + 1;
  const head = encodeRequest({
    operation,
    requestId: requests,
    operationAttributes: {
      'attributes-charset': { is: 'charset', value: 'utf-8' },
      // What is said of a printer while it is at a job comes in the language of that job, and is read (`ippReasons.ts`).
      'attributes-natural-language': { is: 'language', value: 'en' },
      ...(target === undefined ? {} : { 'printer-uri': { is: 'uri', value: target } as const }),
      ...attributes,
    },
    ...(jobAttributes ? { jobAttributes } : {}),
  });
  const bytes = await post(server, path, document ? [head, document] : [head], document ? DOCUMENT_MS : ANSWER_MS);
  let answer: IppAnswer;
  try {
    answer = decodeAnswer(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new PortFault('noAnswer', 'noAnswer');
    throw error;
  }
  if (NOT_FOUND.includes(answer.status)) return 'notFound';
  if (answer.status === NOT_ACCEPTING) throw new PortFault('refused', 'stopped');
  if (answer.status >= FIRST_ERROR) throw new PortFault('refused', 'refused');
  return answer;
}
