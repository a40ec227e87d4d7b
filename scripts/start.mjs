// npm start: Electron when its binary is there or can be downloaded; otherwise the same program in a browser window
// served from this machine. Without a display the address is printed and the program goes on serving.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
const say = (text) => console.log(`[start] ${text}`);

/** The Electron binary, downloaded when it is not there yet; undefined where it can't be had. */
function electronBinary() {
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  const binary = () => {
    if (!existsSync(pathFile)) return undefined;
    const file = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8'));
    return existsSync(file) ? file : undefined;
  };
  if (!binary() && existsSync(join(folder, 'install.js'))) {
    spawnSync(process.execPath, [join(folder, 'install.js')], { cwd: root, stdio: 'ignore', timeout: 300_000 });
  }
  return binary();
}

/** An installed Chromium, Chrome or Edge; undefined when there is none. */
function installedBrowser() {
  const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
  const candidates = {
    linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: programFiles.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  };
  return [process.env.CHROMIUM_PATH, ...(candidates[process.platform] ?? [])].find((path) => path && existsSync(path));
}

/** Where there is a screen and no browser, the set-up script installs one, if it can. */
function installBrowser() {
  spawnSync(process.execPath, [join(root, 'scripts/setup.mjs'), '--browser'], { cwd: root, stdio: 'inherit' });
  return installedBrowser();
}

function openElectron(binary) {
  const child = spawn(binary, [...(isRoot ? ['--no-sandbox'] : []), root], { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** 107 letters of a socket's path less those that Chromium adds, `/org.chromium.Chromium.XXXXXX/SingletonSocket`. */
const LONGEST_TEMPORARY = 60;

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== 'ESRCH';
  }
};

/** Deletes the profiles of windows whose program ended without doing so, as in a crash or a power cut. */
function clearOldProfiles() {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^consultleaf-window-(\d+)-/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/**
 * A browser of its own accord asks its maker for updates, the time, accounts, and what the fields of a form are for. What
 * can be switched off is; and whatever it still wants, now or in a later version, no name leads anywhere. This machine's
 * own address needs no look-up.
 */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-sync',
  '--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,Translate,InterestFeedContentSuggestions',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A window without history, cookies or session files: its profile is deleted when it closes. */
function openWindow(browser, url, whenClosed) {
  clearOldProfiles();
  const profile = mkdtempSync(join(tmpdir(), `consultleaf-window-${process.pid}-`));
  const args = [
    `--app=${url}`,
    '--incognito',
    `--user-data-dir=${profile}`,
    '--window-size=1366,768',
    ...QUIET,
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
  // A file that waits for the answer where to save it lies among the browser's temporary files: they go with the profile.
  // Its socket lies there too, and no browser starts when that path is longer than a socket's may be.
  const ownTemporary = process.platform !== 'darwin' && profile.length <= LONGEST_TEMPORARY;
  const env = { ...process.env, ...(ownTemporary ? { TMPDIR: profile, TEMP: profile, TMP: profile } : {}) };
  const child = spawn(browser, args, { stdio: 'ignore', env });
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  child.on('exit', () => {
    remove();
    whenClosed();
  });
  // Once more at the very end: the browser's helpers may have written something since.
  process.on('exit', remove);
  return child;
}

function openHost() {
  const host = spawn(process.execPath, [join(root, 'out/main/host.js'), '--with-window'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let window;
  let heard = '';
  host.stdout.setEncoding('utf8').on('data', (text) => {
    heard += text;
    const [, how, url] = /(listening|joined) (\S+)\n/.exec(heard) ?? [];
    if (!url || window !== undefined) return;
    if (how === 'joined') say('The program is running already: this is another window of it.');
    const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
    const browser = installedBrowser() ?? (display ? installBrowser() : undefined);
    if (display && browser) {
      // The host goes on while windows of other starts are open.
      window = openWindow(browser, url, () => host.stdin.end());
    } else {
      window = null;
      say(
        display
          ? 'No Chromium, Chrome or Edge was found. Open this address in one:'
          : 'No display here. Open this address in a browser on this machine:',
      );
      console.log(url);
    }
  });
  // The window goes first, so that its profile is deleted in every case; then the host; then this process.
  host.on('exit', (code) => {
    if (!window || window.exitCode !== null || window.signalCode !== null) process.exit(code ?? 0);
    window.on('exit', () => process.exit(code ?? 0));
    window.kill();
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (window ? window.kill() : host.kill(signal)));
}

const electron = process.env.CONSULTLEAF_SHELL === 'browser' ? undefined : electronBinary();
if (electron) openElectron(electron);
else {
  say('No Electron here: the program opens in a browser window, served by this machine alone.');
  openHost();
}
