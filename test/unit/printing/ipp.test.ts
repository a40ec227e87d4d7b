import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { decodeAnswer, encodeRequest } from '#backend/printing/ippCodec.ts';
import { IppPort } from '#backend/printing/ippPort.ts';
import { stuckBecause, warnedOf } from '#backend/printing/ippReasons.ts';
import type { PrintRequest } from '#backend/printing/port.ts';

/** What the printer heard: a request read back, for an answer has the same form. */
type Heard = { operation: number; groups: ReturnType<typeof decodeAnswer>['groups']; document: Buffer };

async function printer(answer: (heard: Heard, response: ServerResponse) => void) {
  const heard: Heard[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const body = Buffer.concat(await request.toArray());
    const at = body.indexOf('%PDF-');
    const { status, groups } = decodeAnswer(at < 0 ? body : body.subarray(0, at));
    const one = { operation: status, groups, document: at < 0 ? Buffer.alloc(0) : body.subarray(at) };
    heard.push(one);
    answer(one, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const source = { id: 'p', server: { host: '127.0.0.1', port, user: 'reception' }, path: '/ipp/print' };
  return { heard, server, ipp: new IppPort({ kind: 'printers', printers: [source] }) };
}

/** An answer of a printer: its status and one group of whole numbers. */
function say(response: ServerResponse, status: number, numbers: Record<string, number>) {
  const head = encodeRequest({
    operation: status,
    requestId: 1,
    operationAttributes: {},
    jobAttributes: Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, { is: 'integer', value } as const])),
  });
  response.end(head);
}

const request: PrintRequest = {
  printer: 'p',
  title: 'CL-7K2M-94QX v1',
  copies: 2,
  sides: 'both',
  media: 'A4',
  scaling: 'none',
  tray: null,
};
const pdf = Buffer.from('%PDF-1.7 of a patient');

test('size, scaling, sides and copies go with every paper, a tray with its size; the bytes go as they are', async () => {
  const { heard, ipp } = await printer((_, response) => say(response, 0, { 'job-id': 7, 'job-state': 3 }));
  expect(await ipp.print(pdf, request)).toBe('7');
  await ipp.print(pdf, { ...request, copies: 1, sides: 'one', media: 'Letter', scaling: 'fit', tray: 'tray-2' });
  const [first, second] = heard.map(({ groups }) => groups.map(({ attributes }) => attributes));
  expect(Object.keys(first?.[0] ?? {}).slice(0, 3)).toEqual(['attributes-charset', 'attributes-natural-language', 'printer-uri']);
  expect(first?.[0]).toMatchObject({ 'job-name': ['CL-7K2M-94QX v1'], 'document-format': ['application/pdf'] });
  expect(first?.[1]).toEqual({
    copies: [2],
    sides: ['two-sided-long-edge'],
    'print-scaling': ['none'],
    media: ['iso_a4_210x297mm'],
  });
  expect(second?.[1]).toEqual({
    copies: [1],
    sides: ['one-sided'],
    'print-scaling': ['fit'],
    'media-col': [{ 'media-size': [{ 'x-dimension': [21590], 'y-dimension': [27940] }], 'media-source': ['tray-2'] }],
  });
  expect(heard[0]?.document.equals(pdf)).toBe(true);
});

test('a fault says whether anything left: a refusal and a closed door are certain, a broken connection is not, and nothing is tried twice', async () => {
  const refusing = await printer((_, response) => say(response, 0x0507, {}));
  await expect(refusing.ipp.print(pdf, request)).rejects.toMatchObject({ kind: 'refused', reason: 'refused' });
  const stopped = await printer((_, response) => say(response, 0x0506, {}));
  await expect(stopped.ipp.print(pdf, request)).rejects.toMatchObject({ kind: 'refused', reason: 'stopped' });
  const breaking = await printer((_, response) => response.destroy());
  await expect(breaking.ipp.print(pdf, request)).rejects.toMatchObject({ kind: 'noAnswer' });
  const cutOff = await printer((_, response) => response.end(Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 2, 0x21, 0])));
  await expect(cutOff.ipp.print(pdf, request)).rejects.toMatchObject({ kind: 'noAnswer' });
  for (const { heard } of [refusing, stopped, breaking, cutOff]) expect(heard).toHaveLength(1);
  const gone = await printer((_, response) => say(response, 0x0406, {}));
  expect(await gone.ipp.status('p', '7')).toEqual({ state: 'gone', pagesOut: null, begun: true });
  gone.server.close();
  gone.server.closeAllConnections();
  await once(gone.server, 'close');
  await expect(gone.ipp.print(pdf, request)).rejects.toMatchObject({ kind: 'notSent', reason: 'off' });
  expect(await gone.ipp.listPrinters()).toMatchObject([{ id: 'p', state: 'stuck', reason: 'off' }]);
});

test('any bytes for an answer are read or refused as cut off, never anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        decodeAnswer(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 2000 },
  );
});

test('why a printer stands still, in the words of the program', () => {
  const because = (reasons: string[], state = 3, accepting = true, message = '') => stuckBecause({ state, reasons, accepting, message });
  expect(because([])).toBeNull();
  expect(because([], 4, true, 'The printer may not exist or is unavailable at this time.')).toBe('off');
  expect(because(['media-empty-warning'], 4)).toBeNull();
  expect(warnedOf({ state: 4, reasons: ['media-empty-warning'], accepting: true, message: '' })).toBe('paperOut');
  expect(warnedOf({ state: 3, reasons: ['media-empty-warning'], accepting: true, message: '' })).toBeNull();
  expect(because(['media-needed-report'], 5)).toBe('paperOut');
  expect(because(['media-low-warning', 'toner-low-report'])).toBeNull();
  expect(because(['media-empty-error'])).toBe('paperOut');
  expect(because(['media-empty'], 5)).toBe('paperOut');
  expect(because(['toner-empty-error', 'media-jam-error'])).toBe('jam');
  expect(because(['door-open'])).toBe('coverOpen');
  expect(because(['offline-report'], 4)).toBe('off');
  expect(because(['connecting-to-device'], 4)).toBeNull();
  expect(because(['paused'], 5)).toBe('stopped');
  expect(because([], 3, false)).toBe('stopped');
  expect(because(['fuser-over-temp-error'])).toBe('other');
});
