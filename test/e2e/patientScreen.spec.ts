import { today } from '@internationalized/date';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { clinic, doctor, PASSWORD } from '../support/backend.ts';
import { StartedProgram } from '../support/startedProgram.ts';
import { type Client, ownWindowHeaders } from '../support/transports.ts';
import { faultsOn } from './axe.ts';
import { test } from './withHost.ts';

const PIN = '2468';
/** What may never come near the patient's screen. */
const HERS = {
  name: 'ZQXVKARMEN WOBLITZA',
  recordNumber: 'P-90417',
  phone: '+91 98765 43210',
  village: 'Vexmoor',
};
const NOTE = 'Wobblekin three embryos';
const QUESTION = 'Snarfblat by train to my mother?';
const SECRETS = [...Object.values(HERS), 'ZQXVKARMEN', '98765', 'Wobblekin', 'Snarfblat', clinic.name, doctor.name, PASSWORD];

/** A client that acts in the window of `page`. */
async function clientOf(page: Page): Promise<Client> {
  const token = await page.evaluate(() => sessionStorage.getItem('consultleaf.token'));
  const { origin } = new URL(page.url());
  return createORPCClient(
    new RPCLink({ url: `${origin}/rpc`, headers: { ...ownWindowHeaders(origin), authorization: `Bearer ${token}` } }),
  );
}

/** Everything that a page holds: what is seen, its title and address, and all that it keeps. */
function heldBy(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.title,
      location.href,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(history.state),
      String(window.opener),
      document.cookie,
    ].join('\n'),
  );
}

async function holdsNothingOfHers(screen: Page, where: string): Promise<void> {
  const held = await heldBy(screen);
  for (const secret of SECRETS) expect(held, where).not.toContain(secret);
}

const blank = (screen: Page) => expect(screen.getByRole('heading', { level: 1 })).toHaveText(/^(For you|आपके लिए)$/);
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens the patient's window from a visit; it shows the test picture. */
async function openScreen(page: Page, context: BrowserContext): Promise<Page> {
  await page.keyboard.press('Alt+w');
  const dialog = page.getByRole('dialog', { name: 'Patient’s screen' });
  await expect(dialog.getByRole('button', { name: 'Open', exact: true })).toBeFocused();
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const screen = await opened;
  await expect(title(screen)).toHaveText('This is your screen');
  await expect(dialog.getByRole('status')).toContainText('Ask her: can she read it?');
  await dialog.getByRole('button', { name: /^She can read it/ }).press('Enter');
  await expect(dialog).toBeHidden();
  return screen;
}

test('through a whole visit her screen follows and never holds anything of hers; cover, print, leaving and a crash blank it', async ({
  page,
  context,
  host,
}) => {
  const said: string[] = [];
  context.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.setDefaultTimeout(30_000);
  await page.goto(await host.start());
  await expect(page.getByRole('button', { name: /sample clinic/i })).toBeVisible();
  const client = await clientOf(page);
  const visit = await test.step('a clinic of its own, a patient, a visit', async () => {
    await client.app.setUp({ clinic, doctor, timeZone: 'Asia/Kolkata', password: PASSWORD });
    await client.account.setPin({ ownPassword: PASSWORD, pin: PIN });
    const topic = (await client.packs.list()).find(({ ref }) => ref.id === 'tacrolimus-fertility');
    await client.packs.approve({ hash: topic?.ref.hash ?? '', language: 'en' });
    const age = { kind: 'told' as const, years: 31, toldOn: today('Asia/Kolkata').toString() };
    const patient = await client.patients.add({ ...HERS, age });
    const { id } = await client.consultations.start({ patientId: patient.id, packId: 'tacrolimus-fertility' });
    return id;
  });
  await page.goto(page.url().replace(/#.*/, `#/consult/${visit}/what-it-is`));
  await expect(page.getByRole('banner')).toContainText(HERS.name);
  const screen = await openScreen(page, context);
  expect(await screen.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage), window.opener])).toEqual([
    ['consultleaf.token'],
    [],
    null,
  ]);
  expect(await screen.evaluate(() => sessionStorage.getItem('consultleaf.token'))).not.toBe(
    await page.evaluate(() => sessionStorage.getItem('consultleaf.token')),
  );

  await test.step('it follows from section to section while answers, notes and questions are typed', async () => {
    const titles: string[] = [];
    for (let section = 0; section < 16; section++) {
      const here = (await title(page).textContent()) ?? '';
      titles.push(here);
      await expect(title(screen)).toHaveText(here);
      if (here === 'Why it is considered') {
        await page.getByRole('textbox', { name: 'How many IVF cycles have failed?' }).fill('3');
        await page.getByRole('textbox', { name: 'What happened' }).fill(NOTE);
      }
      if (here === 'The decision') {
        await page.getByRole('radio', { name: 'Wait for results' }).press('Space');
        await page.getByRole('textbox', { name: 'Why this was discussed, as you say it to her' }).fill(NOTE);
        await page.getByRole('textbox', { name: 'Next step' }).fill('Biopsy of the womb lining');
      }
      if (here === 'Your questions') {
        await page.getByRole('textbox', { name: 'Question 1' }).fill(QUESTION);
      }
      await holdsNothingOfHers(screen, here);
      expect(await screen.getByRole('main').textContent(), here).not.toContain('16 of 25');
      if (section < 15) await page.keyboard.press('Alt+ArrowRight');
      if (section < 15) await expect(title(page)).not.toHaveText(here);
    }
    expect(new Set(titles).size).toBe(16);
  });

  await test.step('the evidence comes when it is shown, one line at a time; held it stays; in Hindi when asked', async () => {
    await page.keyboard.press('Alt+7');
    await expect(title(screen)).toHaveText('Does it work?');
    await expect(screen.getByText('16 of 25')).toBeHidden();
    await page.keyboard.press('Alt+r');
    await expect(screen.getByText('16 of 25')).toBeVisible();
    await expect(screen.getByText('We are not sure it works.')).toBeVisible();
    await page.keyboard.press('Alt+r');
    await expect(screen.getByText('What we know: 2 of 8')).toBeVisible();
    await page.keyboard.press('Alt+Shift+R');
    await expect(screen.getByRole('listitem')).toHaveCount(4);
    await page.keyboard.press('Alt+k');
    const control = page.getByRole('button', { name: /^Patient’s screen/ });
    await expect(control).toHaveText('Patient’s screen: held');
    await page.keyboard.press('Alt+1');
    await expect(title(page)).toHaveText('What it is');
    await expect(title(screen)).toHaveText('Does it work?');
    await control.press('Enter');
    await page.getByRole('menuitem', { name: 'In हिन्दी' }).press('Enter');
    await expect(title(screen)).toHaveText('क्या यह काम करती है?');
    expect(await screen.evaluate(() => document.documentElement.lang)).toBe('hi');
    await page.keyboard.press('Alt+o');
    await expect(title(screen)).toHaveText('यह क्या है');
    for (const colorScheme of ['light', 'dark'] as const) {
      await screen.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await faultsOn(screen)).toEqual([]);
    }
  });

  await test.step('a cover blanks it at once, and it stays blank after she is back', async () => {
    await page.keyboard.press('Control+l');
    await blank(screen);
    await page.getByRole('textbox', { name: /PIN/ }).fill(PIN);
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText('What it is');
    await expect(page.getByRole('button', { name: 'Patient’s screen: blank' })).toBeVisible();
    await blank(screen);
  });

  await test.step('printing blanks it, and so does leaving the visit', async () => {
    await client.consultations.saveAnswers({
      consultationId: visit,
      rev: (await client.consultations.read({ consultationId: visit })).rev,
      changes: [{ key: 'program.nextDate', value: today('Asia/Kolkata').add({ days: 5 }).toString() }],
    });
    await page.keyboard.press('Alt+0');
    await expect(page.getByText('Ready. All that wait for results needs is here.')).toBeVisible();
    await page.keyboard.press('Alt+o');
    await expect(title(screen)).toHaveText('यह क्या है');
    await page.keyboard.press('Control+Enter');
    await expect(title(page)).toHaveText('Final');
    await holdsNothingOfHers(screen, 'final');
    await expect(title(screen)).toHaveText('यह क्या है');
    const version = (await client.handouts.ofConsultation({ consultationId: visit }))[0];
    await client.handouts.pdf({ id: version?.id ?? '', purpose: 'view' });
    await expect(title(screen)).toHaveText('यह क्या है');
    await client.handouts.pdf({ id: version?.id ?? '', purpose: 'print' });
    await blank(screen);
    await page.keyboard.press('Alt+o');
    await expect(title(screen)).toHaveText('यह क्या है');
    await page.keyboard.press('Alt+p');
    await expect(page.getByRole('heading', { name: 'Patients' })).toBeVisible();
    await blank(screen);
  });

  await test.step('when the program is gone nothing is left standing there', async () => {
    await page.goBack();
    await expect(title(page)).toHaveText('Final');
    await page.keyboard.press('Alt+b');
    await page.keyboard.press('Alt+o');
    await expect(title(screen)).toHaveText('यह क्या है');
    await host.kill();
    await blank(screen);
    await holdsNothingOfHers(screen, 'after the end');
  });
  expect(said.filter((text) => !/ERR_CONNECTION|ERR_EMPTY|ERR_INCOMPLETE|Failed to load/.test(text))).toEqual([]);
});

test('in the program’s own window her screen is a window of its own that can fill a screen, and closes when the doctor closes it', async () => {
  const program = new StartedProgram();
  try {
    const { page } = await program.start();
    const context = page.context();
    await page.getByRole('button', { name: /sample clinic/i }).click();
    await page.getByRole('row').filter({ hasText: 'SUNITA DEVI' }).press('Enter');
    // The topics come a moment after the screen, and their key with them.
    await expect(page.getByRole('button', { name: /^Start/ }).first()).toBeVisible();
    await page.keyboard.press('Alt+v');
    await expect(title(page)).toHaveText('What it is');
    const screen = await openScreen(page, context);
    await expect(title(screen)).toHaveText('What it is');
    await screen.getByRole('button', { name: 'Fill this screen' }).click();
    await expect(screen.getByRole('button', { name: 'Fill this screen' })).toBeHidden();
    expect(await screen.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await page.bringToFront();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(title(screen)).toHaveText('Why it is considered');
    await page.getByRole('button', { name: 'Patient’s screen: following' }).press('Enter');
    const closed = screen.waitForEvent('close');
    await page.getByRole('menuitem', { name: 'Close' }).press('Enter');
    await closed;
    await expect(page.getByRole('button', { name: 'Patient’s screen', exact: true })).toBeVisible();
  } finally {
    await program.remove();
  }
});
