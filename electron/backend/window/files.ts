import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface WindowFile {
  type: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

async function filesBelow(folder: string, path = ''): Promise<[path: string, file: string][]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const found = entries.map(async (entry): Promise<[string, string][]> => {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, below);
    return entry.isFile() ? [[below, join(folder, below)]] : [];
  });
  return (await Promise.all(found)).flat();
}

/**
 * The built window's files by the path in their address. Only what was in `folder` at the start is ever served, by its
 * exact path: there is nothing to escape from.
 */
export async function windowFiles(folder: string): Promise<(path: string) => WindowFile | undefined> {
  const files = new Map(await filesBelow(folder));
  return (path) => {
    const file = files.get(path === '/' ? '/index.html' : path);
    if (file === undefined) return undefined;
    return { type: TYPES[extname(file)] ?? 'application/octet-stream', read: async () => new Uint8Array(await readFile(file)) };
  };
}
