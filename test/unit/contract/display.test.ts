import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DisplayOrder } from '#core/contract/display.ts';
import { firstStart, PASSWORD } from '../../support/backend.ts';
import { client as doctor, programOfEachTest, running, transport } from '../../support/program.ts';
import { type Client, transports } from '../../support/transports.ts';

const BLANK = { kind: 'blank', language: 'en' };
const NO_PAPER = '00000000-0000-4000-8000-000000000000';

describe.each(transports)('over %s', (_name, open) => {
  let userId: string;
  let pack: string;
  let screen: Client;
  let changes: AsyncIterator<unknown>;

  const begin = async () => {
    userId = (await doctor.app.setUp(firstStart)).user.id;
    pack = (await doctor.packs.list()).find(({ ref }) => ref.id === 'tacrolimus-fertility')?.ref.hash ?? '';
    screen = await transport.openDisplay(doctor);
    changes = await screen.display.changes();
    await changes.next();
  };
  programOfEachTest({ open, begin });

  const order = (change: Partial<DisplayOrder> = {}, section = 'does-it-work', evidence: number | null = null): DisplayOrder => ({
    mode: 'follow',
    language: 'en',
    part: { pack, section, evidence },
    ...change,
  });
  const now = () => screen.display.now();
  /** What stands there once the window has been told. */
  const afterChange = async () => {
    await changes.next();
    return now();
  };

  test('follow, show the evidence, hold, test, blank: as ordered, in the language ordered, and nothing of it is kept', async () => {
    const rows = async () => (await doctor.audit.list({ filter: {}, before: null })).rows.length;
    const before = await rows();
    expect(await doctor.display.state()).toEqual({ open: true, mode: 'blank', language: 'en', part: null });
    expect(await now()).toEqual(BLANK);
    expect(await doctor.display.show(order())).toEqual({ ...order(), open: true });
    const section = await afterChange();
    expect(section).toMatchObject({ kind: 'section', screen: { title: 'Does it work?', evidence: null } });
    expect(JSON.stringify(section)).not.toContain('16 of 25');
    await doctor.display.show(order({}, 'does-it-work', 0));
    expect(JSON.stringify(await afterChange())).toContain('16 of 25');
    await doctor.display.show(order({ mode: 'held', language: 'hi' }, 'what-it-is'));
    expect(await afterChange()).toMatchObject({ kind: 'section', screen: { language: 'hi', title: 'यह क्या है' } });
    await doctor.display.show(order({ mode: 'test' }));
    expect(await afterChange()).toEqual({ kind: 'test', language: 'en' });
    await doctor.display.show(order({ mode: 'blank' }));
    expect(await afterChange()).toEqual(BLANK);
    const refused = expect.objectContaining({ code: 'NOT_FOUND' });
    await expect(doctor.display.show(order({}, 'no-such-section'))).rejects.toEqual(refused);
    await expect(doctor.display.show(order({ part: { pack: '0'.repeat(64), section: 'what-it-is', evidence: null } }))).rejects.toEqual(
      refused,
    );
    expect(await now()).toEqual(BLANK);
    expect(await rows()).toBe(before);
    expect(existsSync(running.logFile) ? readFileSync(running.logFile, 'utf8') : '').not.toMatch(/does-it-work|display/);
  });

  test('it is blank from the moment in which the doctor’s window is covered, prints, or is signed out, and stays so', async () => {
    await doctor.account.setPin({ ownPassword: PASSWORD, pin: '2468' });
    await doctor.display.show(order());
    expect(await afterChange()).toMatchObject({ kind: 'section' });
    await doctor.app.cover();
    expect(await now()).toEqual(BLANK);
    expect(await afterChange()).toEqual(BLANK);
    await doctor.app.uncover({ pin: '2468' });
    expect(await now()).toEqual(BLANK);
    expect(await doctor.display.state()).toMatchObject({ open: true, mode: 'blank' });

    await doctor.display.show(order());
    expect(await afterChange()).toMatchObject({ kind: 'section' });
    // No printer is chosen: that a paper was asked for is enough.
    await doctor.printing.printAll({ ids: [NO_PAPER] }).catch(() => undefined);
    expect(await afterChange()).toEqual(BLANK);

    await doctor.display.show(order({ mode: 'held' }));
    expect(await afterChange()).toMatchObject({ kind: 'section' });
    await doctor.app.signOut();
    expect(await now()).toEqual(BLANK);
    expect(await afterChange()).toEqual(BLANK);
    await doctor.app.signIn({ userId, password: PASSWORD });
    expect(await now()).toEqual(BLANK);
  });

  test('another doctor’s window has nothing to do with it, and a new patient’s window takes the place of the old one', async () => {
    const other = await transport.openWindow();
    await other.app.signIn({ userId, password: PASSWORD });
    await other.display.show(order());
    expect(await other.display.state()).toMatchObject({ open: false, mode: 'blank' });
    expect(await now()).toEqual(BLANK);
    await doctor.display.show(order());
    await other.printing.printAll({ ids: [NO_PAPER] }).catch(() => undefined);
    await other.app.signOut();
    expect(await afterChange()).toMatchObject({ kind: 'section' });

    const next = await transport.openDisplay(doctor);
    expect(await next.display.now()).toEqual(BLANK);
    // The old one is told so, or its token is good for nothing any more.
    const old = await now().catch((error: { status?: number }) => error.status);
    expect([401, { kind: 'closed', language: 'en' }]).toContainEqual(old);
    await doctor.display.close();
    expect(await next.display.now()).toEqual({ kind: 'closed', language: 'en' });
    expect(await doctor.display.state()).toMatchObject({ open: false });
  });
});
