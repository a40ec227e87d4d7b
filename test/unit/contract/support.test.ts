import { readdirSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withoutHome } from '#backend/services/diagnostics.ts';
import { clinic, doctor, firstStart, PASSWORD, TestBackend } from '../../support/backend.ts';
import { overPorts } from '../../support/transports.ts';

const root = join(import.meta.dirname, '../../..');

async function signedIn() {
  const running = new TestBackend();
  const transport = await overPorts(running.backend);
  onTestFinished(async () => {
    await transport.close();
    await running.close();
  });
  const window = await transport.openWindow();
  await window.app.setUp(firstStart);
  return { running, window };
}

test('a report for support holds sizes, counts, faults and the log, and nothing of anybody', async () => {
  const { running, window } = await signedIn();
  const her = { name: 'ZXQ SENTINELLA', phone: '98450 77123', recordNumber: 'SF-00-9917' };
  const { id } = await window.patients.add({ ...her, age: { kind: 'told', years: 31, toldOn: '2026-11-22' } });
  const packs = await window.packs.list();
  const visit = await window.consultations.start({ patientId: id, packId: packs[0]?.ref.id ?? '' });
  const note = 'Xylophone under the lemon tree';
  await window.consultations.saveAnswers({ consultationId: visit.id, rev: visit.rev, changes: [{ key: 'program.nextStep', value: note }] });
  // A fault with a folder in its message, and a wrong call with her name in it: both are lines of the log.
  running.backend.log.error({ event: 'call.failed', code: her.name, where: 'read store.ts:12' });
  await window.patients.read({ id: her.name as never }).catch(() => undefined);

  const { text, fileName } = await window.app.diagnostics({ agent: 'Chromium 150' });
  expect(fileName).toBe('Consultleaf-report-2026-11-22.txt');
  const forbidden = [
    ...Object.values(her),
    ...her.name.split(' '),
    ...her.phone.split(' '),
    ...[note, id, visit.id, visit.code, PASSWORD],
    ...[clinic.name, clinic.address, clinic.dayPhone, clinic.nightPhone, doctor.name, doctor.registration],
    ...[homedir(), running.dataDir, `/${userInfo().username}/`],
  ];
  for (const value of forbidden) expect(text, value).not.toContain(value);
  expect(text).not.toMatch(/\d{7,}(?!\d* bytes)(?![\d,":]*Z?")/);
  expect(text).toMatch(/version 0\.0\.0-test/);
  expect(text).toMatch(/schema version 1\d/);
  expect(text).toMatch(/patient: 1 rows/);
  expect(text).toMatch(/db: 1 files, \d+ bytes/);
  expect(text).toContain('"event":"started"');
  expect(text).toContain('"where":"read store.ts:12"');
  const log = await window.audit.list({ filter: {}, before: null });
  expect(log.rows.map(({ action }) => action)).toContain('support.report');
});

test('a folder in the home folder is written with ~, and one elsewhere is not named', () => {
  expect(withoutHome('/home/anita/.local/share/consultleaf', '/home/anita')).toBe('~/.local/share/consultleaf');
  expect(withoutHome('C:\\Users\\anita\\AppData\\consultleaf', 'C:\\Users\\anita')).toBe('~\\AppData\\consultleaf');
  expect(withoutHome('/media/anita/stick', '/home/anita')).not.toContain('anita');
  expect(withoutHome('/home/anita2/x', '/home/anita')).not.toContain('anita');
});

/** Every package that the sources of what ships import by name, and every package that the program needs at run time. */
function imported(): string[] {
  const files = ['electron', 'renderer', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(root, folder, name)),
  );
  const names = files.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:^import (?!type )|^\} |import\(|require\.resolve\().*?'((?:@[\w.-]+\/)?[a-z][\w.-]*)[/'?]/gm,
      ),
    ].map(([, name]) => name ?? ''),
  );
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  return [...new Set([...names, ...Object.keys(dependencies)])].filter((name) => !name.startsWith('node:')).sort();
}

test('every package that ships stands in the list of licences with its own words', async () => {
  const { window } = await signedIn();
  const licences = await window.app.licences();
  const listed = new Set(licences.map(({ name }) => name));
  const wanted = imported();
  expect(wanted).toEqual(expect.arrayContaining(['react', 'zod', 'better-sqlite3', 'pdfjs-dist', 'hono']));
  expect(wanted.filter((name) => !listed.has(name))).toEqual([]);
  // Packages that a bundled package brings along, as the source maps of a bundle would name them.
  for (const name of ['fontkit', 'pdfkit', 'harfbuzzjs', 'yoga-layout', '@react-pdf/textkit', 'react-stately', 'scheduler', 'SQLite']) {
    expect(listed).toContain(name);
  }
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  const fonts = Object.keys(devDependencies).filter((name) => /font/.test(name) && name !== 'fontkit' && !name.startsWith('@types/'));
  expect(fonts.length).toBeGreaterThan(8);
  for (const font of fonts) {
    expect(licences.find(({ name }) => name === font)?.text, font).toMatch(/SIL OPEN FONT LICENSE|SIL Open Font License/);
  }
  for (const { name, licence, text } of licences) {
    expect(licence, name).toMatch(/^[\w .()-]{3,}/);
    expect(text.length, name).toBeGreaterThan(200);
  }
  expect(licences[0]).toMatchObject({ name: 'Consultleaf', licence: 'MIT' });
});
