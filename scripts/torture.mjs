// npm run torture: kills, power cuts, interrupted updates, backups and printing, each many times, on real encrypted stores.
//   node scripts/torture.mjs [--short] [kills|powerCuts|migrations|backups|print]
// About a quarter of an hour; --short, which npm test runs too, about a minute.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [part] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const args = ['run', '--config', 'test/torture/vitest.config.ts', '--reporter=verbose', ...(part ? [`test/torture/${part}`] : [])];
const done = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CONSULTLEAF_TORTURE: process.argv.includes('--short') ? 'short' : 'full' },
});
process.exit(done.status ?? 1);
