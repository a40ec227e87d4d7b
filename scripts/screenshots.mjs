// npm run screenshots: makes the README's pictures from the sample clinic, by driving the built program.
// Needs Chromium and pdftoppm (poppler-utils).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const images = join(root, 'docs/images');
const scratch = mkdtempSync(join(tmpdir(), 'consultleaf-pictures-'));
mkdirSync(images, { recursive: true });

/** Starts the host on a fresh data folder and gives its address. */
function startHost() {
  const host = spawn(process.execPath, [join(root, 'out/main/host.js')], {
    env: { ...process.env, CONSULTLEAF_DATA: join(scratch, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let heard = '';
    host.stdout.setEncoding('utf8').on('data', (text) => {
      heard += text;
      const url = /listening (\S+)\n/.exec(heard)?.[1];
      if (url) resolve({ host, url });
    });
  });
}

/** The consultation on its criteria, with three answers given. */
async function takeConsultation(url) {
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-background-networking', '--font-render-hinting=none'],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(url);
  await page.getByRole('button', { name: /sample clinic/i }).click();
  await page
    .getByRole('button', { name: /^Start/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Tacrolimus in fertility' }).click();
  await page.getByRole('link', { name: /Who may benefit/ }).click();
  const answers = [
    [/embryo tested/, 'Normal'],
    [/womb lining/, 'Not known'],
    [/other common causes/, 'Yes'],
  ];
  // The paper turns to what an answer changed, so its first draft has to be there before.
  await page.getByText('Page 1 of').first().waitFor();
  let drawn;
  for (const [question, name] of answers) {
    drawn = page.waitForResponse((response) => response.url().endsWith('/consultations/preview'));
    await page.getByRole('radiogroup', { name: question }).getByText(name, { exact: true }).click();
  }
  await page.getByText('2 of 4 listed criteria met').waitFor();
  await drawn;
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(images, 'consult.png') });
  await browser.close();
}

/** Page 1 of the example visit's handout. */
function takeHandout() {
  const handout = join(root, 'out/main/handout.js');
  const visit = spawnSync(process.execPath, [handout, '--example']).stdout;
  writeFileSync(join(scratch, 'visit.json'), visit);
  const pdf = join(scratch, 'visit.pdf');
  spawnSync(process.execPath, [handout, '--in', join(scratch, 'visit.json'), '--out', pdf], { stdio: 'inherit' });
  spawnSync('pdftoppm', ['-png', '-r', '80', '-f', '1', '-l', '1', '-singlefile', pdf, join(images, 'handout')], { stdio: 'inherit' });
}

const { host, url } = await startHost();
try {
  await takeConsultation(url);
} finally {
  host.kill();
}
takeHandout();
rmSync(scratch, { recursive: true, force: true });
console.log(`pictures written to ${images}`);
