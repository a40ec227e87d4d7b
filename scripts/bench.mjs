// npm run bench: times beside their bars; fails only where something takes more than a fixed multiple of its peer.
//   node scripts/bench.mjs store [--short]
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...flags] = process.argv.slice(2);
const known = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));
if (!known.includes(name)) {
  console.error(`Usage: npm run bench -- ${known.join('|')} [--short]`);
  process.exit(2);
}
const done = spawnSync(process.execPath, [join(root, 'bench', `${name}.ts`), ...flags], { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
