// npm test: checks, unit and component tests, the short form of npm run torture, then the end-to-end run.
// Ends with one line that adds up what ran.
//   node scripts/test.mjs [--only checks|vitest|torture|e2e]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks, runCheck } from './check.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results');
const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = (part) => !process.argv.includes('--only') || only === part;
const total = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const key of Object.keys(total)) total[key] += counts[key];
};

/** Runs a test runner and reads its JSON report; a runner that dies without a report counts as one failure. */
function runTests(name, args, report, count, env = {}) {
  console.log(`\n── ${name}`);
  rmSync(report, { force: true });
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Each worker of the store starts from the sources: a third of that time is reading them, which the cache saves.
    env: { ...process.env, CI: process.env.CI ?? '', NODE_COMPILE_CACHE: join(root, '.cache/node'), ...env },
  });
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  if (done.status !== 0 && counts.failed === 0) counts.failed = 1;
  add(counts);
}

mkdirSync(results, { recursive: true });
if (wanted('checks')) {
  for (const check of checks) add(runCheck(check) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
}
const vitest = (name, part, args, env) => {
  const report = join(results, `${part}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const count = (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + (json.numTodoTests ?? 0),
  });
  runTests(name, ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters], report, count, env);
};
if (wanted('vitest')) vitest('unit and component tests', 'vitest', []);
if (wanted('torture')) {
  vitest('torture, its short form', 'torture', ['--config', 'test/torture/vitest.config.ts'], { CONSULTLEAF_TORTURE: 'short' });
}
if (wanted('e2e')) {
  const report = join(results, 'e2e.json');
  runTests('end to end, in a real browser', ['node_modules/@playwright/test/cli.js', 'test'], report, (json) => ({
    passed: json.stats.expected,
    failed: json.stats.unexpected + json.stats.flaky,
    skipped: json.stats.skipped,
  }));
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
