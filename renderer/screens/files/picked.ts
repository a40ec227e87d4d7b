import { LARGEST_PACK, MOST_PACK_FILES, type PackFile } from '#core/contract/files.ts';
import { LARGEST_VISIT_FILE } from '#core/contract/shellBridge.ts';

/** What a person chose or dropped: a visit, the files of a topic pack, or why it can be neither. */
export type Picked =
  | { kind: 'visit'; name: string; text: string }
  | { kind: 'pack'; name: string; files: PackFile[] }
  | { kind: 'trouble'; why: 'neither' | 'tooLarge' };

const VISIT = /\.(clvisit|json)$/i;
const YAML = /\.yaml$/i;

let picked: Picked | null = null;
const listeners = new Set<() => void>();

/** What is shown on the screen of files; held while that screen is there, and no longer. */
export const pickedNow = (): Picked | null => picked;

export function pick(next: Picked | null): void {
  picked = next;
  for (const listener of listeners) listener();
}

export function onPicked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A visit file of this name; too large where it can't be one. */
export function visitOf(name: string, text: string): Picked {
  return text.length > LARGEST_VISIT_FILE ? { kind: 'trouble', why: 'tooLarge' } : { kind: 'visit', name, text };
}

interface Found {
  path: string;
  file: File;
}

/** The YAML files of a pack's folder; its README and other files are no part of it. */
async function packOf(name: string, found: readonly Found[]): Promise<Picked> {
  const parts = found.filter(({ path }) => YAML.test(path));
  if (parts.length === 0) return { kind: 'trouble', why: 'neither' };
  if (parts.length > MOST_PACK_FILES || parts.reduce((sum, { file }) => sum + file.size, 0) > LARGEST_PACK)
    return { kind: 'trouble', why: 'tooLarge' };
  const files = await Promise.all(parts.map(async ({ path, file }) => ({ path, text: await file.text() })));
  return { kind: 'pack', name, files };
}

/** What was chosen in the system's dialog: one file, or the files of a folder with their paths. */
export async function pickedFiles(files: readonly File[]): Promise<Picked> {
  const [first] = files;
  if (!first) return { kind: 'trouble', why: 'neither' };
  const folder = first.webkitRelativePath.split('/')[0];
  if (folder)
    return packOf(
      folder,
      files.map((file) => ({ path: file.webkitRelativePath, file })),
    );
  if (!VISIT.test(first.name)) return { kind: 'trouble', why: 'neither' };
  return first.size > LARGEST_VISIT_FILE ? { kind: 'trouble', why: 'tooLarge' } : visitOf(first.name, await first.text());
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));
/** A folder gives its entries in parts, until there are none left. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || all.length > 500) return all;
    all.push(...some);
  }
}

async function filesBelow(folder: FileSystemDirectoryEntry, path: string, deeper: boolean): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of await entriesOf(folder)) {
    const below = `${path}/${entry.name}`;
    if (entry.isFile) found.push({ path: below, file: await fileOf(entry as FileSystemFileEntry) });
    else if (deeper) found.push(...(await filesBelow(entry as FileSystemDirectoryEntry, below, false)));
  }
  return found;
}

/** What was dropped on the window: a visit file, or a topic pack's folder. */
export async function pickedDrop(data: DataTransfer): Promise<Picked> {
  const [file] = data.files;
  const entry = data.items[0]?.webkitGetAsEntry();
  if (entry?.isDirectory) return packOf(entry.name, await filesBelow(entry as FileSystemDirectoryEntry, entry.name, true));
  return pickedFiles(file ? [file] : []);
}
