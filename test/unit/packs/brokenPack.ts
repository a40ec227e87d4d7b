import { expect } from 'vitest';
import { packFaults } from '#backend/packs/loadPacks.ts';
import { i18n } from '../../../renderer/text/i18n.ts';
import { told } from '../../../renderer/text/told.ts';
import { packFolder, TOPIC } from './packFolder.ts';

/** One edit that breaks the shipped pack, and the fault that an author must be shown at that very line. */
export interface BrokenPack {
  name: string;
  file: string;
  from: string;
  to: string;
  says: RegExp;
  at?: { file: string; text: string };
  also?: { file: string; from: string; to: string };
}

/** Makes the edit in a copy of the shipped pack, and looks for the fault with its file and line; Hindi has words for every fault. */
export async function expectShown({ file, from, to, says, at, also }: BrokenPack): Promise<void> {
  const folder = packFolder();
  if (also) folder.edit(also.file, also.from, also.to);
  const editedLine = folder.edit(file, from, to);
  const faults = await packFaults(folder.dir);
  const found = faults.find(({ message }) => says.test(message));
  expect(found, JSON.stringify(faults, null, 1)).toBeDefined();
  const line = at ? at.text && folder.lineOf(at.file, at.text) : editedLine;
  expect([found?.file, found?.line]).toEqual([`${TOPIC}/${at?.file ?? file}`, line || null]);
  expect(found?.message).toMatch(/[.”]$/);
  // What quotes Hindi stays as it is.
  i18n.activate('hi');
  const known = faults.filter(({ message }) => !/[\u0900-\u097f]/.test(message));
  const withoutHindi = known.filter(({ message }) => told(message) === message);
  i18n.activate('en');
  expect(withoutHindi).toEqual([]);
}
