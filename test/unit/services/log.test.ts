import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog, whereOf } from '#backend/log.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consultleaf-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a line holds the fixed fields and nothing else, whatever is handed over', () => {
  const file = join(folder, 'log', 'backend.log');
  const fields = { event: 'call.failed' as const, errorId: 'ab12cd34', code: 'TypeError', ms: 12.6, name: 'SUNITA DEVI' };
  createLog({ file }).error(fields);
  createLog({ file }).error({ event: 'call.failed', code: 'SUNITA DEVI, 32' });
  const text = readFileSync(file, 'utf8');
  expect(text).not.toContain('SUNITA');
  const [first, second] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(Object.keys(first).sort()).toEqual(['code', 'errorId', 'event', 'level', 'ms', 'time']);
  expect(first).toMatchObject({ event: 'call.failed', errorId: 'ab12cd34', code: 'TypeError', ms: 13 });
  expect(Object.keys(second).sort()).toEqual(['event', 'level', 'time']);
});

test('where an error happened is said without its message and without folders', () => {
  const where = whereOf(new Error('no phone 98450 12345 at /home/sunita/x.ts:1:1'));
  expect(where).toContain('log.test.ts:');
  expect(where).not.toMatch(/98450|sunita|\//);
});

test('a log that has grown large is put aside, so that it never fills the disk', () => {
  const file = join(folder, 'host.log');
  writeFileSync(file, 'x'.repeat(1_000_001));
  createLog({ file }).info({ event: 'started' });
  expect(readFileSync(file, 'utf8').length).toBeLessThan(1000);
  expect(readFileSync(`${file}.1`, 'utf8').length).toBe(1_000_001);
});
