import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '#backend/store/storeFolder.ts';

/** How long either side waits for the other's line. */
const PATIENCE_MS = 5000;
const LONGEST_LINE = 1000;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
/** Only its owner can read the file, so whoever knows the secret is a start of the same person. */
const meetingSchema = z.strictObject({ format: z.literal('consultleaf-host'), port: z.int().min(1).max(65_535), secret: hex });
const askSchema = z.strictObject({ nonce: hex, proof: hex });
const answerSchema = z.strictObject({ url: z.string().max(500), proof: hex });

const meetingFile = (dataDir: string) => join(dataDir, 'host.json');
const proofOf = (secret: string, ...said: string[]) =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(said.join('\n')).digest('hex');
const same = (a: string, b: string) => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));

/** The first line that the other side sends, as JSON; undefined for anything else. */
function firstLine(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    const done = (text: string | undefined) => {
      clearTimeout(timer);
      resolve(text === undefined ? undefined : asJson(text));
    };
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard = (heard + text).slice(0, LONGEST_LINE + 1);
      const end = heard.indexOf('\n');
      if (end >= 0) done(heard.slice(0, end));
      else if (heard.length > LONGEST_LINE) done(undefined);
    });
    socket.on('error', () => done(undefined)).once('close', () => done(undefined));
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface Meeting {
  /** Windows of later starts that are open. */
  windows(): number;
  close(): Promise<void>;
}

interface MeetingOptions {
  dataDir: string;
  /** A window for a later start; `closed` is called when it has ended. */
  newWindow: () => { url: string; closed: () => void };
  /** After a window of a later start has ended. */
  left: () => void;
}

/**
 * Lets a later start of the same person open a window on this one. It listens on this machine alone, and its port and a
 * random secret stand in a file that only its owner can read. Each side proves that it knows the secret, and none says it:
 * whoever took the port of a start that has ended can't be mistaken for it. The connection lasts as long as the window.
 */
export async function awaitLaterStarts({ dataDir, newWindow, left }: MeetingOptions): Promise<Meeting> {
  const secret = randomBytes(32).toString('hex');
  const windows = new Set<Socket>();
  const server = createServer(async (socket) => {
    const asked = askSchema.safeParse(await firstLine(socket));
    if (!asked.success || !same(asked.data.proof, proofOf(secret, 'later start', asked.data.nonce))) return socket.destroy();
    const { url, closed } = newWindow();
    windows.add(socket);
    socket.once('close', () => {
      windows.delete(socket);
      closed();
      left();
    });
    return socket.write(`${JSON.stringify({ url, proof: proofOf(secret, 'first start', asked.data.nonce, url) })}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  writeDurably(meetingFile(dataDir), JSON.stringify({ format: 'consultleaf-host', port, secret }));
  return {
    windows: () => windows.size,
    async close() {
      rmSync(meetingFile(dataDir), { force: true });
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of windows) socket.destroy();
      await closed;
    },
  };
}

export interface Joined {
  /** Address of a window on the first start. */
  url: string;
  /** Resolves when the first start has ended. */
  ended: Promise<void>;
  leave(): void;
}

/** A window on the start that is running already; null when there is none, or what answers isn't it. */
export async function joinFirstStart(dataDir: string): Promise<Joined | null> {
  const meeting = meetingSchema.safeParse(readMeeting(dataDir));
  if (!meeting.success) return null;
  const { port, secret } = meeting.data;
  const nonce = randomBytes(32).toString('hex');
  const socket = connect(port, '127.0.0.1');
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const line = firstLine(socket);
  socket.write(`${JSON.stringify({ nonce, proof: proofOf(secret, 'later start', nonce) })}\n`);
  const answer = answerSchema.safeParse(await line);
  if (answer.success && same(answer.data.proof, proofOf(secret, 'first start', nonce, answer.data.url)))
    return { url: answer.data.url, ended, leave: () => socket.end() };
  socket.destroy();
  return null;
}

function readMeeting(dataDir: string): unknown {
  const file = meetingFile(dataDir);
  return existsSync(file) ? asJson(readFileSync(file, 'utf8')) : undefined;
}
