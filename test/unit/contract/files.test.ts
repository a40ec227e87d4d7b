import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import type { PackFile } from '#core/contract/files.ts';
import { TestBackend } from '../../support/backend.ts';
import { out } from '../../support/built.ts';
import { type Client, type Transport, transports } from '../../support/transports.ts';

const resources = join(out, 'resources');
const packsDir = join(resources, 'packs');

/** The shipped pack, as a person would drop its folder. */
function shippedPack(): PackFile[] {
  const folder = 'tacrolimus-fertility';
  const names = readdirSync(join(packsDir, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(packsDir, folder, name), 'utf8') }));
}

describe.each(transports)('files from outside, over %s', (_name, open) => {
  let running: TestBackend;
  let transport: Transport;
  let client: Client;
  let visit: Record<string, unknown>;

  beforeAll(async () => {
    running = new TestBackend();
    transport = await open(running.backend);
    client = await transport.openWindow();
    await client.app.openSample();
    const pack = (await loadPacks(packsDir)).find(({ folder }) => folder === 'tacrolimus-fertility');
    visit = { ...(await loadSampleVisit(resources)), pack: pack?.ref };
  }, 60_000);
  afterAll(async () => {
    await transport.close();
    await running.close();
  });

  test('a visit file is shown as the paper it would make, and nothing of it is stored', async () => {
    const before = await client.patients.recent();
    const read = await client.files.readVisit({ text: `\uFEFF${JSON.stringify(visit)}` });
    expect(read).toMatchObject({ ok: true, code: visit.code, language: 'en' });
    expect(read.ok && Buffer.from(read.pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await client.patients.recent()).toEqual(before);
  });

  test('a visit file with faults says what to mend in which field', async () => {
    const broken = await client.files.readVisit({ text: JSON.stringify({ ...visit, visitDate: '2026-02-30', code: 'X' }) });
    expect(broken.ok ? [] : broken.problems.map(({ path }) => path).sort()).toEqual(['code', 'visitDate']);
    const cut = await client.files.readVisit({ text: '{"format": 1, "patient": {"name": "SUNITA' });
    expect(cut.ok ? '' : JSON.stringify(cut.problems)).toMatch(/Mend the JSON/);
    expect(JSON.stringify(cut)).not.toContain('SUNITA');
  });

  test('a topic pack is checked as the program checks its own, each fault with its file and line', async () => {
    expect(await client.files.checkPack({ files: shippedPack() })).toEqual({ folder: 'tacrolimus-fertility', faults: [] });
    const broken = shippedPack().map((file) => (file.path.endsWith('/protocol.yaml') ? { ...file, text: `a: b: c\n${file.text}` } : file));
    const { faults } = await client.files.checkPack({ files: broken });
    expect(faults.slice(0, 1)).toEqual([expect.objectContaining({ file: 'tacrolimus-fertility/protocol.yaml', line: 1 })]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('consultleaf-pack-'))).toEqual([]);
  });

  test.each(['../evil.yaml', '/etc/evil.yaml', 'a/../../evil.yaml', 'a/b/c.yaml', 'a\\b.yaml', 'a/evil.sh', 'schema.yaml'])(
    'a file that would lie elsewhere is refused: %s',
    async (path) => {
      await expect(client.files.checkPack({ files: [{ path, text: 'id: x' }] })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    },
  );

  test('what is larger than any visit or pack is refused', async () => {
    await expect(client.files.readVisit({ text: 'x'.repeat(400_001) })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const large = ['a', 'b', 'c'].map((name) => ({ path: `pack/${name}.yaml`, text: 'x'.repeat(290_000) }));
    await expect(client.files.checkPack({ files: large })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const two = ['one', 'two'].map((name) => ({ path: `${name}/pack.yaml`, text: '' }));
    await expect(client.files.checkPack({ files: two })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
