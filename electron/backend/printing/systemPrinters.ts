import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { IppServer } from './ippClient.ts';
import { IppPort } from './ippPort.ts';
import type { PrinterPort } from './port.ts';
import { WindowsPort } from './windowsPort.ts';

/** Where CUPS listens on Linux and macOS. */
const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];
/** There when CUPS is installed, whether it runs or not. */
const INSTALLED = ['/etc/cups/cupsd.conf', '/private/etc/cups/cupsd.conf'];
const SUMATRA = ['LOCALAPPDATA', 'ProgramFiles', 'ProgramFiles(x86)'];
const IPP_PORT = 631;

function sumatraOf(env: NodeJS.ProcessEnv): string | null {
  const places = SUMATRA.flatMap((name) => {
    const folder = env[name];
    return folder ? [join(folder, 'SumatraPDF', 'SumatraPDF.exe')] : [];
  });
  return [...(env.CONSULTLEAF_SUMATRA ? [env.CONSULTLEAF_SUMATRA] : []), ...places].find((path) => existsSync(path)) ?? null;
}

function cupsServer(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, user: string): IppServer {
  const named = env.CUPS_SERVER;
  if (named?.startsWith('/')) return { socketPath: named, user };
  if (named) {
    const [host = 'localhost', port] = named.split(':');
    return { host, port: Number(port ?? IPP_PORT), user };
  }
  const usual = platform === 'darwin' ? '/private/var/run/cupsd' : '/run/cups/cups.sock';
  return { socketPath: SOCKETS.find((path) => existsSync(path)) ?? usual, user };
}

/**
 * The printers of this computer. `CONSULTLEAF_PRINTERS` names printers that speak IPP themselves instead, as
 * `ipp://host:port/path` with a space between two: for a computer without a printing system of its own.
 */
export function systemPrinters(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): PrinterPort {
  const user = userInfo().username;
  const named = (env.CONSULTLEAF_PRINTERS ?? '').split(/\s+/).filter((text) => URL.canParse(text));
  if (named.length > 0) {
    const printers = named.map((text) => {
      const { hostname, port, pathname } = new URL(text.replace(/^ipp:/, 'http:'));
      return { id: text, server: { host: hostname, port: Number(port || IPP_PORT), user }, path: pathname };
    });
    return new IppPort({ kind: 'printers', printers });
  }
  if (platform === 'win32') return new WindowsPort({ sumatra: sumatraOf(env) });
  const there = () => env.CUPS_SERVER !== undefined || [...SOCKETS, ...INSTALLED].some((path) => existsSync(path));
  return new IppPort({ kind: 'cups', server: cupsServer(env, platform, user), there });
}
