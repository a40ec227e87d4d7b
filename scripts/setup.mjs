// Brings a fresh checkout to a working state: packages, the Node that scripts use, and a browser for the tests.
//   node scripts/setup.mjs [--browser] [--build] [--quiet]
// Built-ins only, and runs on Node 18 too: it is what installs the newer one (node_modules/.bin/node on Linux).
// Everything is said on standard error, so that commands that write data to standard output stay clean.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [22, 14];
const flag = (name) => process.argv.includes(name);
const say = (text) => console.error(`[setup] ${text}`);
const die = (text) => {
  say(text);
  process.exit(1);
};

/** Runs a command with its output on standard error; true when it succeeded. */
function run(command, args, options = {}) {
  say(`${command === process.execPath ? 'node' : command} ${args.join(' ')}`);
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options }).status === 0;
}

/** npm ci once per lockfile and platform; no dependency needs an install script. */
function installPackages() {
  const stampFile = join(root, 'node_modules', '.setup-stamp');
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  // npm ci empties the folder first: through a link it would empty another checkout's.
  const link = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink();
  if (link) die('node_modules is a link to another checkout, whose packages are not those of this one. Remove the link and run again.');
  // npm's own file, run by the Node that runs npm: no shell, no npm.cmd, and not a copy that npm ci deletes.
  const npmCli = process.env.npm_execpath;
  const npmNode = process.env.npm_node_execpath ?? process.execPath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const usable = npmCli && /\.c?js$/.test(npmCli);
  const done = usable ? run(npmNode, [npmCli, ...args]) : run('npm', args, { shell: process.platform === 'win32' });
  if (!done) die('npm ci failed. Check the connection to the npm registry and run the command again.');
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

const ownNode = join(root, 'node_modules', '.bin', 'node');
const scriptNode = () => (existsSync(ownNode) ? ownNode : process.execPath);

function checkNode() {
  const version = existsSync(ownNode)
    ? spawnSync(ownNode, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim()
    : process.versions.node;
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  die(`Node ${OLDEST_NODE.join('.')} or newer is needed (this is ${version || 'none'}). Install it from https://nodejs.org and run again.`);
}

function findBrowser() {
  const own = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
  if (own) return own;
  const asked = spawnSync(scriptNode(), ['-p', "require('playwright').chromium.executablePath()"], { cwd: root, encoding: 'utf8' });
  const path = asked.stdout?.trim();
  return path && existsSync(path) ? path : undefined;
}

/** Debian packages that the tests use: a browser, a screen for it, and the tools that read a PDF back. */
function installTestTools() {
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  const apt = process.platform === 'linux' && isRoot && existsSync('/usr/bin/apt-get');
  const wanted = [
    ...(findBrowser() ? [] : ['chromium', 'fonts-dejavu-core']),
    ...(existsSync('/usr/bin/pdftotext') ? [] : ['poppler-utils']),
    ...(existsSync('/usr/bin/Xvfb') || process.env.DISPLAY ? [] : ['xvfb']),
  ];
  if (wanted.length === 0) return;
  if (apt) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], { env });
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], { env });
  } else if (!findBrowser()) {
    run(scriptNode(), [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
  }
  if (!findBrowser()) die('No Chromium was found: install Chrome or Chromium, or set CHROMIUM_PATH.');
}

/** The newest change under the sources, in milliseconds. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds when a source is newer than the last build. */
function buildWhenStale() {
  const stamp = join(root, 'out', '.built');
  const sources = ['electron', 'renderer', 'templates', 'scripts', 'electron.vite.config.ts', 'package-lock.json'].map((path) =>
    join(root, path),
  );
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...sources.map(newest))) return;
  const started = new Date();
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  if (!run(scriptNode(), [electronVite, 'build', '--logLevel', 'warn'])) die('The build failed; the lines above say why.');
  writeFileSync(stamp, `${started.toISOString()}\n`);
  // A source that changes while the build runs is newer than its start, so the next run builds again.
  utimesSync(stamp, started, started);
}

installPackages();
checkNode();
if (flag('--browser')) installTestTools();
if (flag('--build')) buildWhenStale();
