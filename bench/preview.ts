/** `npm run bench -- preview`: from a key to the page on the screen, in the built window over the real host. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { launchOptions } from '../test/support/chromium.ts';
import { RunningHost } from '../test/support/host.ts';
import { openExampleVisit, timeOfPreview } from '../test/support/visitInWindow.ts';
import { sorted } from './parts/measure.ts';
import { type Row, report } from './parts/report.ts';
import { type Keystroke, watchKeystrokes } from './preview/inPage.ts';

const root = join(import.meta.dirname, '..');
/** Fields of the example visit that are printed, by their section. */
const FIELDS: readonly [section: string, field: string][] = [
  ['decision', 'program.why'],
  ['decision', 'program.nextStep'],
  ['protocol', 'program.brand'],
  ['protocol', 'program.food'],
  ['protocol', 'program.missedDose'],
  ['protocol', 'program.otherMedicines'],
];
const KEYS_IN_EACH = process.argv.includes('--short') ? 2 : 9;
/** Keys that are not counted: everything is slower the first time. */
const WARM_UP = 3;

/** One key, and the call for a whole draft, right after it: what else the machine does falls on both. */
interface Round extends Keystroke {
  alone: number;
}

async function keysIn(page: Page, [section, field]: (typeof FIELDS)[number], keys: number, consultationId: string): Promise<Round[]> {
  await page.evaluate(([id, at]) => location.assign(`#/consult/${id}/${at}`), [consultationId, section] as const);
  const input = page.locator(`[data-field="${field}"]`).locator('input[type="text"], input:not([type]), textarea').first();
  await input.waitFor();
  await input.focus();
  await input.press('End');
  const rounds: Round[] = [];
  for (let key = 0; key < keys; key++) {
    const next = page.evaluate(() => window.nextKeystroke());
    // A letter, then its deletion: the field keeps its length.
    await input.press(key % 2 === 0 ? 'x' : 'Backspace');
    const took = await next;
    rounds.push({ ...took, alone: await timeOfPreview(page, consultationId) });
  }
  return rounds;
}

function rowOf(rounds: readonly Round[], what: string, of: (each: Round) => number, bar: number, atMost: number): Row {
  const times = sorted(rounds.map(of));
  const peer = { what: 'a whole draft', times: sorted(rounds.map(({ alone }) => alone)) };
  return { what, times, bar, peer, ratios: rounds.map((each) => of(each) / each.alone), atMost };
}

// npm runs this from the sources' folder; what is measured is the built window.
if (spawnSync(process.execPath, [join(root, 'scripts/setup.mjs'), '--build'], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);
const host = new RunningHost();
const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.addInitScript(watchKeystrokes);
  await page.goto(await host.start());
  const consultationId = await openExampleVisit(page, join(root, 'out/resources'));
  await keysIn(page, ['decision', 'program.why'], WARM_UP, consultationId);
  const rounds: Round[] = [];
  for (const field of FIELDS) rounds.push(...(await keysIn(page, field, KEYS_IN_EACH, consultationId)));
  const rows = [
    rowOf(rounds, 'key to the page', ({ drawn }) => drawn, 150, 3),
    rowOf(rounds, 'key to the draft', ({ drafted }) => drafted, 90, 1.8),
    rowOf(rounds, 'draft to the page', ({ drafted, drawn }) => drawn - drafted, 60, 1.5),
    rowOf(rounds, 'key to stored', ({ saved }) => saved, 250, 4),
  ];
  process.exitCode = report(`${rounds.length} keys in ${FIELDS.length} fields of the example visit`, rows) ? 0 : 1;
} finally {
  await browser.close();
  await host.close();
}
