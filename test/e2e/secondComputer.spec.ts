import { createHash, X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { clinic, doctor, PASSWORD } from '../support/backend.ts';
import { chromiumArgs, launchOptions } from '../support/chromium.ts';
import { RunningHost } from '../support/host.ts';
import { finalVisit } from '../support/sampleVisit.ts';
import { freePort } from '../support/secondBrowser.ts';
import { clientOf } from '../support/transports.ts';

const FIRST = 'told at the desk 1';
const HERS = 'known to her alone 2';

const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** The certificate that stands at `port`, for who knows the clinic's authority. */
function servedAt(port: number, ca: string): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ca }, () => {
      resolve(new X509Certificate(socket.getPeerCertificate().raw));
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

/**
 * A browser on the second computer. A test can't put an authority into the system's store, so it is told the hash of the key
 * that was checked against the authority; any other certificate is refused.
 */
async function browserThatTrusts(port: number, authority: string): Promise<Browser> {
  const key = (await servedAt(port, authority)).publicKey.export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(key).digest('base64');
  return chromium.launch({ ...launchOptions, args: [...chromiumArgs, `--ignore-certificate-errors-spki-list=${hash}`] });
}

test('reception’s own computer: paired by a code, told of a final paper at once, through a locked doctor’s window, and put out again', async ({
  page,
}) => {
  process.env.CONSULTLEAF_LOOPBACK = '1';
  const host = new RunningHost();
  const port = await freePort();
  let second: Browser | undefined;
  try {
    const address = await host.start();
    const prepared = await clientOf(address);
    await prepared.app.setUp({ clinic, doctor, timeZone: 'Asia/Kolkata', password: PASSWORD });
    const ravi = await prepared.users.add({ name: 'Ravi Menon', roles: ['reception'], password: FIRST, ownPassword: PASSWORD });
    const [pack] = await prepared.packs.list();
    await prepared.packs.approve({ hash: pack?.ref.hash ?? '', language: 'en' });
    const patient = await prepared.patients.add({ name: 'SUNITA DEVI', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } });

    await page.goto(await new RunningHost(host.dataDir).start());
    await page.getByRole('button', { name: doctor.name }).click();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await title(page, 'Patients');

    await test.step('the administrator switches it on and asks for a code', async () => {
      await page.goto(`${new URL(page.url()).origin}/#/settings/second-computer`);
      await title(page, 'Second computer');
      await page.getByRole('button', { name: 'Switch on…' }).click();
      await page.getByRole('button', { name: /Address of this computer/ }).click();
      await page.getByRole('option', { name: '127.0.0.1' }).click();
      await page.getByLabel(/Number of the door/).fill(String(port));
      await page.getByLabel('Your own password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await expect(page.getByText(`https://127.0.0.1:${port}`)).toBeVisible();
      await page.getByRole('button', { name: 'Pair a computer' }).click();
      await expect(page.getByText('5 tries are left')).toBeVisible();
    });
    const code = ((await page.getByText(/^\d{4} \d{4}$/).textContent()) ?? '').trim();
    const { authority } = await prepared.secondComputer.read();

    await test.step('a browser that doesn’t know the clinic’s authority goes no further', async () => {
      const stranger = await chromium.launch(launchOptions);
      const there = await stranger.newPage();
      await expect(there.goto(`https://127.0.0.1:${port}/`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
      await stranger.close();
    });

    second = await browserThatTrusts(port, authority?.certificate ?? '');
    const context = await second.newContext({ ignoreHTTPSErrors: false });
    const there = await context.newPage();
    const refused: string[] = [];
    there.on('response', (response) => void (response.status() === 403 && refused.push(new URL(response.url()).pathname)));
    await test.step('the second computer is paired, and reception signs in', async () => {
      await there.goto(`https://127.0.0.1:${port}/`);
      await title(there, 'Pair this computer');
      // It can’t prove what it came over: nothing here is to be compared.
      await expect(there.getByText('Fingerprint (SHA-256)')).toHaveCount(0);
      await there.getByLabel('Code').fill(code);
      await there.getByLabel('Name for this computer').fill('Front desk');
      await there.keyboard.press('Enter');
      await expect(there.getByText('This is a second computer: Front desk.')).toBeVisible();
      await expect(there.getByRole('link')).toHaveCount(0);
      await there.getByRole('button', { name: ravi.name }).click();
      await there.getByLabel('Password', { exact: true }).fill(FIRST);
      await there.keyboard.press('Enter');
      await there.getByLabel('The password you were given').fill(FIRST);
      await there.getByLabel('New password', { exact: true }).fill(HERS);
      await there.keyboard.press('Enter');
      await title(there, 'Print desk');
      await expect(page.getByText('Open now')).toBeVisible();
    });

    await test.step('a final paper appears there without anybody’s asking', async () => {
      await finalVisit(prepared, patient.id);
      await expect(there.getByText('SUNITA DEVI').first()).toBeVisible({ timeout: 5_000 });
    });

    await test.step('the doctor’s windows are locked; the desk goes on, also after its page was opened again', async () => {
      await page.keyboard.press('Control+l');
      await prepared.app.signOut();
      await expect(page.getByText('SUNITA DEVI')).toHaveCount(0);
      await there.reload();
      await expect(there.getByText('SUNITA DEVI').first()).toBeVisible();
      await there.goto(`https://127.0.0.1:${port}/#/settings/people`);
      await title(there, 'Print desk');
      // Whatever the page did by itself was allowed to it.
      expect(refused).toEqual([]);
    });

    await test.step('put out: its page knows nothing any more, and asks for a code', async () => {
      const again = await clientOf(await new RunningHost(host.dataDir).start());
      const userId = (await again.app.status()).users.find(({ name }) => name === doctor.name)?.id ?? '';
      await again.app.signIn({ userId, password: PASSWORD });
      const [device] = (await again.secondComputer.read()).devices;
      await again.secondComputer.revoke({ id: device?.id ?? '' });
      await title(there, 'Pair this computer');
      await expect(there.getByText('SUNITA DEVI')).toHaveCount(0);
    });
  } finally {
    await second?.close();
    await host.close();
    delete process.env.CONSULTLEAF_LOOPBACK;
  }
});
