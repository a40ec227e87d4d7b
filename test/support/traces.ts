import { closeSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes that betray a record, and what they are. */
export interface Needle {
  what: string;
  bytes: Buffer;
}

const CHUNK = 4 * 2 ** 20;

/** The ways in which programs write a text: UTF-8, UTF-16 of both orders, percent-encoded, escaped in JSON, base64 at each offset. */
export function needlesOf(name: string, text: string): Needle[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const percent = encodeURIComponent(text);
  const escaped = [...text].map((letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('');
  const needles: Needle[] = [
    { what: `${name} in UTF-8`, bytes: utf8 },
    { what: `${name} in UTF-16LE`, bytes: utf16 },
    { what: `${name} in UTF-16BE`, bytes: Buffer.from(utf16).swap16() },
    { what: `${name} percent-encoded`, bytes: Buffer.from(percent) },
    { what: `${name} percent-encoded`, bytes: Buffer.from(percent.toLowerCase()) },
    { what: `${name} escaped`, bytes: Buffer.from(escaped) },
    ...base64Needles(`${name} in UTF-8`, utf8),
    ...base64Needles(`${name} in UTF-16LE`, utf16),
  ];
  const seen = new Set<string>();
  return needles.filter(({ bytes }) => !seen.has(bytes.toString('hex')) && seen.add(bytes.toString('hex')));
}

/** Bytes as they are and as base64. */
export function needlesOfBytes(name: string, bytes: Buffer): Needle[] {
  return [{ what: name, bytes }, ...base64Needles(name, bytes)];
}

/** The letters of base64 that stand for these bytes alone, at each of the three places in a group. */
function base64Needles(name: string, bytes: Buffer): Needle[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor(((offset + bytes.length) * 8) / 6);
    return { what: `${name}, base64`, bytes: Buffer.from(encoded.slice(from, to)) };
  });
}

/** Every regular file below a folder; what vanishes meanwhile is left out. */
export function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
  } catch {
    return [];
  }
}

/** Which needle lies in which file, `path: what`. Names of files are searched too; a file that vanishes holds nothing. */
export function tracesIn(files: readonly string[], needles: readonly Needle[]): string[] {
  return files.flatMap((file) => {
    const found = new Set<string>();
    for (const { what, bytes } of needles) if (Buffer.from(file).includes(bytes)) found.add(`${file}: ${what}, in its name`);
    for (const what of within(file, needles)) found.add(`${file}: ${what}`);
    return [...found];
  });
}

function* within(file: string, needles: readonly Needle[]): Generator<string> {
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length));
  const buffer = Buffer.alloc(CHUNK + overlap);
  let fd: number;
  try {
    if (!lstatSync(file).isFile()) return;
    fd = openSync(file, 'r');
  } catch {
    return;
  }
  try {
    let kept = 0;
    for (let read = readSync(fd, buffer, kept, CHUNK, null); read > 0; read = readSync(fd, buffer, kept, CHUNK, null)) {
      const filled = buffer.subarray(0, kept + read);
      for (const { what, bytes } of needles) if (filled.includes(bytes)) yield what;
      kept = Math.min(overlap, filled.length);
      filled.copy(buffer, 0, filled.length - kept);
    }
  } finally {
    closeSync(fd);
  }
}
