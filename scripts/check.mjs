// npm run check: format and lint, types, import directions, lockfile.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const checks = [
  { name: 'format and lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b'] },
  {
    name: 'imports',
    // Its note that it misses a TypeScript compiler is answered by the swc parser; test/unit/imports proves it sees.
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'electron',
      'renderer',
      'templates',
    ],
  },
  { name: 'lockfile', args: ['scripts/check-lock.mjs'] },
];

/** Runs one check with its output shown; true when it passed. */
export function runCheck({ name, args }) {
  const started = Date.now();
  console.log(`── ${name}`);
  const passed = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  console.log(`   ${passed ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  return passed;
}

if (process.argv[1] === join(root, 'scripts', 'check.mjs')) {
  const passed = checks.map(runCheck);
  process.exit(passed.every(Boolean) ? 0 : 1);
}
