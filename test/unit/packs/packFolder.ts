import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const templatesDir = join(import.meta.dirname, '../../../templates');
export const packsDir = join(templatesDir, 'packs');
export const TOPIC = 'tacrolimus-fertility';

export interface PackFolder {
  dir: string;
  /** Replaces `from`, which must stand in the file exactly once, and gives back its line. */
  edit(file: string, from: string, to: string): number;
  /** Line on which `text`, which must stand in the file exactly once, begins. */
  lineOf(file: string, text: string): number;
}

const isOtherTopic = (path: string) => dirname(path) === packsDir && existsSync(join(path, 'pack.yaml')) && basename(path) !== TOPIC;

/** A copy of the shipped topic, without the other ones, in a folder of its own, gone after the test. */
export function packFolder(): PackFolder {
  const dir = mkdtempSync(join(tmpdir(), 'packs-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  cpSync(packsDir, dir, { recursive: true, filter: (path) => !isOtherTopic(path) });
  const around = (file: string, text: string) => {
    const parts = readFileSync(join(dir, TOPIC, file), 'utf8').split(text);
    if (parts.length !== 2) throw new Error(`“${text}” stands ${parts.length - 1} times in ${file}, not once.`);
    return { parts, line: (parts[0] ?? '').split('\n').length };
  };
  return {
    dir,
    edit(file, from, to) {
      const { parts, line } = around(file, from);
      writeFileSync(join(dir, TOPIC, file), parts.join(to));
      return line;
    },
    lineOf: (file, text) => around(file, text).line,
  };
}
