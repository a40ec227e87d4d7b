// npm run test:system: prints on a real CUPS with virtual printers, which it starts and stops.
// Installs what it needs by apt where it may; elsewhere it says what is missing and counts as skipped.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PACKAGES = [
  'cups',
  'cups-client',
  'cups-filters',
  'cups-ipp-utils',
  'printer-driver-cups-pdf',
  'dbus',
  'avahi-daemon',
  'poppler-utils',
];
const TOOLS = ['cupsd', 'lpadmin', 'ippeveprinter', 'dbus-daemon', 'avahi-daemon', 'pdftoppm'];
const found = (tool) => [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin'].some((folder) => existsSync(join(folder, tool)));
const missing = () => TOOLS.filter((tool) => !found(tool));

const skip = (why) => {
  console.log(`skipped: ${why}`);
  process.exit(0);
};
if (process.platform !== 'linux') skip('the virtual printers are those of Linux');
if (process.getuid() !== 0) skip('a CUPS of its own is started by root only');
if (missing().length > 0) {
  if (!found('apt-get')) skip(`${missing().join(', ')} not installed, and there is no apt-get`);
  console.log(`installing ${PACKAGES.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (apt('install', '-y', '--no-install-recommends', ...PACKAGES).status !== 0) {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...PACKAGES);
  }
  if (missing().length > 0) skip(`${missing().join(', ')} could not be installed`);
}
const args = ['run', '--config', 'test/system/vitest.config.ts', '--reporter=verbose'];
const done = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
