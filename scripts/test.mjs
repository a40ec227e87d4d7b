// npm test: checks, unit and component tests, then the end-to-end run with the short form of npm run torture beside it.
// Ends with one line that adds up what ran.
//   node scripts/test.mjs [--only checks,vitest,torture,e2e]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks, runCheck } from './check.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]?.split(',') : undefined;
const wanted = (part) => only === undefined || only.includes(part);
const total = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const key of Object.keys(total)) total[key] += counts[key];
};

/**
 * Runs a test runner and reads its JSON report; a runner that dies without a report counts as one failure. `aside` keeps what
 * it says until it has ended, for a runner that has another one beside it.
 */
async function runTests({ name, args, report, count, env = {}, aside = false }) {
  const started = Date.now();
  if (!aside) console.log(`\n── ${name}`);
  rmSync(report, { force: true });
  const runner = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'],
    // Each worker of the store starts from the sources: a third of that time is reading them, which the cache saves.
    env: { ...process.env, CI: process.env.CI ?? '', NODE_COMPILE_CACHE: join(root, '.cache/node'), ...env },
  });
  const said = [];
  for (const stream of [runner.stdout, runner.stderr]) stream?.on('data', (bytes) => said.push(bytes));
  const [status] = await once(runner, 'close');
  if (aside) console.log(`\n── ${name}\n${Buffer.concat(said)}`);
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  add(counts);
  console.log(`── ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}

mkdirSync(results, { recursive: true });
if (wanted('checks')) {
  for (const check of checks) add(runCheck(check) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
}
const vitest = (name, part, { args = [], ...how } = {}) => {
  const report = join(results, `${part}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const count = (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + (json.numTodoTests ?? 0),
  });
  return runTests({ name, args: ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters], report, count, ...how });
};
const torture = () =>
  vitest('torture, its short form', 'torture', {
    args: ['--config', 'test/torture/vitest.config.ts'],
    env: { CONSULTLEAF_TORTURE: 'short' },
    aside: wanted('e2e'),
  });
const endToEnd = () =>
  runTests({
    name: 'end to end, in a real browser',
    args: ['node_modules/@playwright/test/cli.js', 'test'],
    report: join(results, 'e2e.json'),
    count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
  });
/** What stood on the page when an end-to-end test failed, so that a log alone tells it. All in it is made up. */
function printPages() {
  // Not there when the runner ended before its first test.
  if (!existsSync(join(results, 'e2e'))) return;
  for (const file of readdirSync(join(results, 'e2e'), { recursive: true })) {
    if (!file.endsWith('error-context.md')) continue;
    const [, page] = /```yaml\n([\s\S]*?)\n```/.exec(readFileSync(join(results, 'e2e', file), 'utf8')) ?? [];
    if (page) console.log(`\n── on the page of ${dirname(file)}\n${page}`);
  }
}
if (wanted('vitest')) await vitest('unit and component tests', 'vitest');
// The torture waits for disks and killed programs most of the time.
await Promise.all([wanted('e2e') && endToEnd().then(printPages), wanted('torture') && torture()]);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
