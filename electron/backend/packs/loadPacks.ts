import { readdir } from 'node:fs/promises';
import type { Pack } from '#core/domain/pack.ts';
import { reportCaseFaults } from './caseFaults.ts';
import { reportFactFaults } from './factFaults.ts';
import { reportGradeFaults, reportHindiFaults } from './gradeFaults.ts';
import { packRef } from './hashPack.ts';
import { reportMedicineFaults } from './medicineFaults.ts';
import { loadNames } from './names.ts';
import { type PackFiles, readPackFiles } from './packFiles.ts';
import { SCHEMA_FOLDER } from './packJsonSchema.ts';
import type { LoadedPack, PackFault } from './packs.ts';
import { reportRuleFaults } from './ruleFaults.ts';
import { reportScreenFaults } from './screenFaults.ts';
import { reportStructureFaults } from './structureFaults.ts';
import { reportTextFaults } from './textFaults.ts';
import { reportTranslationFaults } from './translationFaults.ts';

interface Found {
  faults: PackFault[];
  translation: PackFault[];
}

const inOrder = (faults: PackFault[]) => faults.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));

/** Faults of a pack whose files could be read; those of a translation stand apart. */
function contentFaults(pack: Pack, names: ReadonlySet<string>, fault: PackFiles['fault']): Found {
  const faults: PackFault[] = [];
  const translation: PackFault[] = [];
  const translations = new Set<PropertyKey>(pack.languages.slice(1));
  const report = (path: PropertyKey[], message: string) => {
    const [part, language = ''] = path;
    (part === 'texts' && translations.has(language) ? translation : faults).push(fault(path, message));
  };
  reportStructureFaults(pack, report);
  reportRuleFaults(pack, report);
  // What a case says of a broken rule would only repeat the fault of the rule.
  if (faults.length === 0) reportCaseFaults(pack, report);
  reportMedicineFaults(pack, report);
  reportFactFaults(pack, report);
  reportScreenFaults(pack, report);
  reportTextFaults(pack, report);
  reportGradeFaults(pack, names, report);
  reportHindiFaults(pack, report);
  reportTranslationFaults(pack, report);
  return { faults, translation };
}

async function loadPack(packsDir: string, folder: string, names: ReadonlySet<string>): Promise<LoadedPack> {
  const { pack, faults, fault } = await readPackFiles(packsDir, folder);
  const found = pack ? contentFaults(pack, names, fault) : { faults, translation: [] };
  const translation = inOrder(found.translation);
  if (pack && pack.id !== folder) found.faults.push(fault(['id'], `Give the pack the id of its folder: “${folder}”.`));
  if (pack && found.faults.length === 0) return { folder, pack, ref: packRef(pack), faults: [], translation };
  return { folder, pack: null, ref: null, faults: inOrder(found.faults), translation };
}

/**
 * Loads every pack: each folder of `packsDir` but `schema` is one; `names.yaml` beside them lists what the reading grade
 * leaves out. A pack with a fault is refused with all its faults; the others are loaded. File names in faults are relative to `packsDir`. Throws only when `packsDir` itself can't be read.
 */
export async function loadPacks(packsDir: string): Promise<LoadedPack[]> {
  const entries = await readdir(packsDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== SCHEMA_FOLDER).map((entry) => entry.name);
  const { names } = await loadNames(packsDir);
  return Promise.all(folders.sort().map((folder) => loadPack(packsDir, folder, names)));
}

/** Every fault of every pack in `packsDir` and of its translations, and of the list of names beside them; empty when all are sound. */
export async function packFaults(packsDir: string): Promise<PackFault[]> {
  const { faults } = await loadNames(packsDir);
  return [...faults, ...(await loadPacks(packsDir)).flatMap((each) => [...each.faults, ...each.translation])];
}
