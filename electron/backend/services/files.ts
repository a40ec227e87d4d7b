import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckedPack, PackFile } from '#core/contract/files.ts';
import { loadPacks } from '../packs/loadPacks.ts';
import { readVisit } from '../packs/visitFile.ts';
import type { Base } from './base.ts';
import type { Services } from './context.ts';
import { languageOf } from './paper.ts';

/** Lays the files out in a folder of their own, as the program reads packs, and takes it away again. Packs hold nobody's data. */
async function checkPack(files: readonly PackFile[], packsDir: string): Promise<CheckedPack> {
  const folder = await mkdtemp(join(tmpdir(), 'consultleaf-pack-'));
  try {
    await copyFile(join(packsDir, 'names.yaml'), join(folder, 'names.yaml'));
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const [checked] = await loadPacks(folder);
    return { folder: checked?.folder ?? '', faults: [...(checked?.faults ?? []), ...(checked?.translation ?? [])] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Visit files and topic packs from outside: looked at, never taken in. */
export function filesHandlers(os: Base, { packs, paper, renderer }: Services, packsDir: string) {
  return {
    readVisit: os.files.readVisit.handler(async ({ input }) => {
      const read = readVisit(input.text, await packs.all(), '');
      if (!read.ok) return read;
      const { visit, pack } = read;
      const { pdf, pages } = await renderer.render(await paper.model({ visit, pack }, { kind: 'draft' }));
      const base64 = Buffer.from(pdf).toString('base64');
      return { ok: true, code: visit.code, language: languageOf(visit, pack), pdf: { base64, pages } };
    }),
    checkPack: os.files.checkPack.handler(({ input }) => checkPack(input.files, packsDir)),
  };
}
