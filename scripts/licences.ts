import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** One entry of the list that the window shows under "About". */
export interface LicenceEntry {
  name: string;
  version: string;
  /** The licence's short name, such as `MIT`. */
  licence: string;
  /** Its full words. */
  text: string;
}

/** Where the build writes what Vite finds of the packages in a bundle; `mergeLicences` reads and removes it. */
export const LICENCES_OF_BUNDLE = 'licences.json';

interface PackageFile {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
}

const MIT_WORDS = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
const ISC_WORDS = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** Words of licences for packages that name theirs and don't bring its text. */
const STANDARD: Record<string, { title: string; words: string }> = {
  MIT: { title: 'MIT License', words: MIT_WORDS },
  ISC: { title: 'ISC License', words: ISC_WORDS },
};

/** What SQLite's authors say instead of a licence. */
const SQLITE_WORDS = `SQLite is in the public domain. Its authors disclaim copyright to the source code. In place of a legal notice, here is a blessing:

    May you do good and not evil.
    May you find forgiveness for yourself and forgive others.
    May you share freely, never taking more than you give.`;

const packageFile = (root: string, name: string) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as PackageFile;

function ownText(folder: string, file: RegExp): string | undefined {
  const name = readdirSync(folder).find((each) => file.test(each));
  return name && readFileSync(join(folder, name), 'utf8').trim();
}

/** A package's licence. Throws where neither it nor the standard words of what it names say it. */
function licenceOf(root: string, name: string, found: { licence?: string | undefined; text?: string | undefined } = {}): LicenceEntry {
  const folder = join(root, 'node_modules', name);
  const { version, license, author } = packageFile(root, name);
  const text = found.text ?? ownText(folder, /^(licen[cs]e|copying)/i);
  const licence = found.licence ?? license ?? (text && /MIT License/.test(text) ? 'MIT' : 'see its words');
  if (text) return { name, version, licence, text };
  const standard = STANDARD[licence];
  if (!standard) throw new Error(`The package ${name} brings no words of its licence (${licence}). Add them to scripts/licences.ts.`);
  const by = typeof author === 'string' ? author.replace(/\s*<.*/, '') : (author?.name ?? `the authors of ${name}`);
  return { name, version, licence, text: `${standard.title}\n\nCopyright (c) ${by}\n\n${standard.words}` };
}

/** What ships beside the bundled code: fonts, the database, Electron. */
function besideBundle(root: string): LicenceEntry[] {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  const fonts = Object.keys(devDependencies)
    .filter((name) => /^@(fontsource|expo-google-fonts)\//.test(name))
    .map((name) => {
      const folder = join(root, 'node_modules', name);
      return licenceOf(root, name, { licence: 'OFL-1.1', text: ownText(folder, /^LICENSE_FONT$/) ?? ownText(folder, /^LICENSE$/) });
    });
  const database = licenceOf(root, 'better-sqlite3');
  return [
    ...fonts,
    database,
    { name: 'SQLite', version: database.version, licence: 'Public domain', text: SQLITE_WORDS },
    licenceOf(root, 'electron'),
  ];
}

/**
 * Makes the list of licences that ships with the program, out of what Vite has found in each bundle and what ships beside
 * the code. For the last of the builds; fails where a licence has no words.
 */
export function mergeLicences(root: string): Plugin {
  return {
    name: 'merge-licences',
    apply: 'build',
    writeBundle() {
      const found = ['main', 'preload', 'renderer'].flatMap((part) => {
        const file = join(root, 'out', part, LICENCES_OF_BUNDLE);
        if (!existsSync(file)) throw new Error(`${file} is missing: main and preload are built before the window.`);
        const entries = JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string; identifier?: string; text?: string }[];
        rmSync(file);
        return entries.map((each) => ({
          ...licenceOf(root, each.name, { licence: each.identifier, text: each.text }),
          version: each.version,
        }));
      });
      const all = new Map([...found, ...besideBundle(root)].map((entry) => [`${entry.name} ${entry.version}`, entry]));
      const sorted = [...all.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
      const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageFile;
      const program = {
        name: 'Consultleaf',
        version: own.version,
        licence: 'MIT',
        text: readFileSync(join(root, 'LICENSE'), 'utf8').trim(),
      };
      mkdirSync(join(root, 'out/resources'), { recursive: true });
      writeFileSync(join(root, 'out/resources/licences.json'), JSON.stringify([program, ...sorted]));
    },
  };
}
