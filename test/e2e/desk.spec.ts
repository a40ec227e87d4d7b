import { createHash } from 'node:crypto';
import { today } from '@internationalized/date';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { expect, type Page } from '@playwright/test';
import { readPdf } from '../../electron/cli/check/readPdf.ts';
import { clinic, doctor, PASSWORD } from '../support/backend.ts';
import { type Client, ownWindowHeaders } from '../support/transports.ts';
import { type CameOut, VirtualPrinters } from '../support/virtualPrinters.ts';
import { faultsOn } from './axe.ts';
import { choose, tabTo } from './keyboard.ts';
import { makeFinal, startVisit } from './shortVisit.ts';
import { test } from './withHost.ts';

const RECEPTION = 'R. SAMPLE';
const HER_PASSWORD = 'known to her alone 2';

declare global {
  interface Window {
    /** Keys that a person pressed since it was emptied last. */
    keysPressed: string[];
    /** When a name first stood in the queue, in milliseconds of the clock. */
    seenAt: number | null;
    /** What the shell was told of the queue's length. */
    counts: { count: number; words: string }[];
  }
}

/** A client that acts in the window of `page`. */
async function clientOf(page: Page): Promise<Client> {
  const token = await page.evaluate(() => sessionStorage.getItem('consultleaf.token'));
  const { origin } = new URL(page.url());
  return createORPCClient(
    new RPCLink({ url: `${origin}/rpc`, headers: { ...ownWindowHeaders(origin), authorization: `Bearer ${token}` } }),
  );
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const panel = (page: Page) => page.getByRole('region', { name: 'The chosen paper' });
const printed = (papers: readonly CameOut[]) => papers.map(({ title }) => title.replace(/^\S+ /, ''));

async function pressed(page: Page): Promise<number> {
  return page.evaluate(() => window.keysPressed.splice(0).length);
}

/** axe finds nothing, and nothing in the dark theme's colours: what else it looks at is the same in both. */
async function clean(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const faults = await faultsOn(page, colorScheme === 'dark' ? ['color-contrast'] : undefined);
    expect.soft(faults, `${what}, ${colorScheme}`).toEqual([]);
  }
}

const printers = new VirtualPrinters('Front desk', 'Back office');
test.afterAll(() => {
  printers.close();
  delete process.env.CONSULTLEAF_PRINTERS;
});

test('reception at her desk, by keys alone: a paper arrives by itself, is printed, looked at, handed over and filed; a copy; a printer without paper', async ({
  page: doctors,
  browser,
  host,
  anotherHost,
}) => {
  process.env.CONSULTLEAF_PRINTERS = await printers.open();
  const second = anotherHost(host.dataDir);
  await doctors.goto(await host.start());
  await expect(doctors.getByRole('button', { name: /sample clinic/i })).toBeVisible();
  const client = await clientOf(doctors);

  const desk = await test.step('a clinic with a doctor and a receptionist, each at a window of her own', async () => {
    await client.app.setUp({ clinic, doctor, timeZone: 'Asia/Kolkata', password: PASSWORD });
    const topic = (await client.packs.list()).find(({ ref }) => ref.id === 'tacrolimus-fertility');
    await client.packs.approve({ hash: topic?.ref.hash ?? '', language: 'en' });
    const age = { kind: 'told' as const, years: 32, toldOn: today('Asia/Kolkata').toString() };
    await client.patients.add({
      name: 'SUNITA DEVI',
      recordNumber: 'SF-00-4821',
      phone: '98450 12345',
      age,
      named: [{ name: 'RAMESH', relation: 'husband', mayCollect: true, mayBeCalled: false }],
    });
    const settings = await client.printing.settings();
    await client.printing.saveSettings({ ...settings, usualPrinter: printers.idOf('Front desk') });
    const first = 'told at the desk 1';
    const { id: userId } = await client.users.add({ name: RECEPTION, roles: ['reception'], password: first, ownPassword: PASSWORD });
    const at = await (await browser.newContext()).newPage();
    await at.addInitScript(() => {
      window.keysPressed = [];
      window.seenAt = null;
      window.counts = [];
      addEventListener('keydown', (event) => event.isTrusted && window.keysPressed.push(event.key), true);
    });
    await at.goto(await second.start());
    await expect(at.getByRole('button', { name: RECEPTION })).toBeVisible();
    const hers = await clientOf(at);
    await hers.app.signIn({ userId, password: first });
    await hers.account.changePassword({ ownPassword: first, newPassword: HER_PASSWORD });
    await at.reload();
    await at.goto(at.url().replace(/#.*/, '#/'));
    await expect(at.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible();
    return at;
  });

  await test.step('the paper is there by itself within a second of being final', async () => {
    await doctors.goto(doctors.url().replace(/#.*/, '#/'));
    await startVisit(doctors);
    await desk.keyboard.press('Alt+d');
    await expect(desk.getByText(/What a doctor makes final is here within a second/)).toBeVisible();
    await clean(desk, 'an empty desk');
    // As the shell of the desktop program hears it.
    await desk.evaluate(() => {
      Object.assign(window, { consultleaf: { setQueue: (queue: Window['counts'][number]) => window.counts.push(queue) } });
      const look = () => {
        if (window.seenAt === null && document.querySelector('[role="row"]')) window.seenAt = Date.now();
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
    });
    const answer = doctors.waitForResponse((response) => response.url().endsWith('/consultations/makeFinal') && response.ok());
    const final = answer.then(() => Date.now());
    await makeFinal(doctors);
    await expect(row(desk, 'SUNITA DEVI')).toBeVisible();
    const seenAt = await desk.evaluate(() => window.seenAt);
    // The marks that were set before are there still: nothing was loaded anew.
    expect(seenAt).not.toBeNull();
    console.log(`      in the queue ${(seenAt ?? 0) - (await final)} ms after the doctor heard that it is final`);
    await expect(row(desk, 'SUNITA DEVI')).toContainText(/32 years, …4821.*English, A4.*1 copy.*Herself, RAMESH \(husband\).*Waiting/);
    await expect.poll(() => desk.evaluate(() => window.counts.at(-1)?.count)).toBe(1);
    expect(await desk.evaluate(() => window.counts.at(-1)?.words)).not.toContain('SUNITA');
  });
  const consultationId = /consult\/([^/]+)/.exec(doctors.url())?.[1] ?? '';
  const [version] = await client.handouts.ofConsultation({ consultationId });
  const { id, sha256: hash } = version ?? { id: '', sha256: '' };
  await doctors.goto(doctors.url().replace(/#.*/, `#/consult/${consultationId}/papers`));
  await expect(doctors.getByRole('heading', { level: 1, name: 'Papers of this visit' })).toBeVisible();
  await clean(doctors, 'the versions of a paper');

  await test.step('from arrival to paper with at most three keys, from another screen too: the very bytes', async () => {
    await desk.keyboard.press('Alt+p');
    await expect(desk.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible();
    await pressed(desk);
    await desk.keyboard.press('Alt+d');
    await expect(panel(desk).getByRole('heading', { name: 'SUNITA DEVI' })).toBeVisible();
    await desk.keyboard.press('p');
    // Alt counts as one: it is a key of its own.
    const keys = await pressed(desk);
    console.log(`      ${keys} keys from another screen to paper, Alt counted; 1 at the desk`);
    expect(keys).toBeLessThanOrEqual(3);
    await expect.poll(() => printed(printers.out('Front desk')), { timeout: 20_000 }).toEqual(['v1', 'v1 clinic copy']);
    const [paper] = printers.out('Front desk');
    expect(paper && sha256(paper.pdf)).toBe(hash);
    expect(paper?.asked).toMatchObject({ media: ['iso_a4_210x297mm'], 'print-scaling': ['none'], sides: ['two-sided-long-edge'] });
    await expect.poll(() => desk.evaluate(() => window.counts.at(-1)?.count)).toBe(0);
  });

  await test.step('it came out, is handed over after her phone was compared, and the signed copy is filed', async () => {
    await expect(panel(desk).getByRole('heading', { name: 'Came out all right?' })).toBeVisible();
    await clean(desk, 'a paper that came out');
    await pressed(desk);
    await desk.keyboard.press('y');
    const herself = panel(desk).getByRole('radio', { name: 'Herself' });
    await expect(herself).toBeVisible();
    await desk.keyboard.press('h');
    await expect(herself).toBeFocused();
    await desk.keyboard.press('Space');
    await desk.keyboard.press('h');
    await expect(panel(desk).getByRole('radio', { name: /last 4 digits of her phone: 2345/ })).toBeFocused();
    await desk.keyboard.press('Space');
    await desk.keyboard.press('h');
    await expect(panel(desk).getByText(`by ${RECEPTION}`)).toBeVisible();
    console.log(`      ${await pressed(desk)} keys from "came out" to handed over`);
    await tabTo(desk, panel(desk).getByRole('button', { name: 'Signed copy filed' }));
    await desk.keyboard.press('Enter');
    await expect(panel(desk).getByText(/^Filed /)).toBeVisible();
    // The button is gone: the focus is where the rest of this paper stands.
    await expect(panel(desk).getByRole('heading', { name: 'SUNITA DEVI' })).toBeFocused();
    await expect(desk.getByText('0 of 1 still open')).toBeVisible();
  });

  await test.step('what is printed once more says copy', async () => {
    await tabTo(desk, panel(desk).getByRole('button', { name: 'Print a copy' }));
    await desk.keyboard.press('Enter');
    await expect.poll(() => printed(printers.out('Front desk')).slice(2), { timeout: 20_000 }).toEqual(['v1 copy', 'v1 clinic copy']);
    const text = (await readPdf(printers.out('Front desk')[2]?.pdf ?? Buffer.alloc(0))).pages.map((sheet) => sheet.text).join(' ');
    expect(text).toMatch(/copy/i);
    await expect(row(desk, 'SUNITA DEVI').filter({ hasText: 'marked “copy”' })).toBeVisible();
  });

  await test.step('a printer without paper is told, holds its own line, and the other one goes on', async () => {
    printers.setPaper('Front desk', false);
    const hers = await clientOf(desk);
    const stuck = await hers.printing.reprint({ versionId: id, language: 'en', order: null });
    const banner = desk.getByText(/^Front desk: No paper\. Since/);
    await expect(banner).toBeVisible();
    await desk.keyboard.press('n');
    await expect(panel(desk).getByText('Not sent to a printer yet')).toBeVisible();
    await desk.keyboard.press('p');
    await expect(panel(desk).getByText('Place 1 on Front desk')).toBeVisible();
    await clean(desk, 'a stuck printer');
    const other = await hers.printing.reprint({ versionId: id, language: 'en', order: null });
    await expect(row(desk, 'SUNITA DEVI').filter({ hasText: 'Not sent to a printer yet' })).toBeVisible();
    await desk.keyboard.press('n');
    await expect(panel(desk).getByRole('button', { name: /^Print P/ })).toBeVisible();
    await choose(desk, 'Printer', 'Back office');
    await desk.keyboard.press('p');
    await expect.poll(() => printed(printers.out('Back office')), { timeout: 20_000 }).toEqual(['v1 copy', 'v1 clinic copy']);
    expect(printers.out('Front desk')).toHaveLength(4);
    // The program may find the paper by itself before the key does: the button is then gone, and its line goes on all the same.
    await tabTo(desk, desk.getByRole('button', { name: 'Fixed: try again' }));
    printers.setPaper('Front desk', true);
    await desk.keyboard.press('Enter');
    await expect.poll(() => printed(printers.out('Front desk')).slice(4), { timeout: 20_000 }).toEqual(['v1 copy', 'v1 clinic copy']);
    await expect(banner).toBeHidden();
    for (const job of [stuck, other])
      await expect.poll(async () => (await hers.printing.queue()).jobs.find((each) => each.id === job.id)?.state).toBe('done');
  });

  await test.step('at 200 % nothing is lost sideways, and the focus stays in sight', async () => {
    await desk.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await desk.setViewportSize({ width: 683, height: 384 });
    const wider = () => desk.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await wider()).toBeLessThanOrEqual(0);
    await desk.keyboard.press('n');
    const stops: string[] = [];
    for (let stop = 0; stop < 30; stop++) {
      await desk.keyboard.press('Tab');
      // After the last one the browser's own keys have the focus.
      if ((await desk.locator(':focus').count()) === 0) break;
      stops.push((await desk.locator(':focus').first().textContent()) ?? '');
      // A radio itself is not drawn: its label is.
      const focused = desk.locator('label:has(:focus), :focus:not(input[type="radio"]):not(input[type="checkbox"])').first();
      await expect.soft(focused, `Tab ${stop + 1}`).toBeInViewport();
    }
    expect(stops.join(' ')).toContain('Take it out of the queue');
  });
});
