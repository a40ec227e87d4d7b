import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPacks, packFaults } from '#backend/packs/loadPacks.ts';
import { openTranslations } from '#backend/packs/translations.ts';
import { markTranslated } from '../../../electron/cli/markTranslated.ts';
import { captured } from '../cli/captured.ts';
import { packFolder, TOPIC } from './packFolder.ts';

const HINDI = `${TOPIC}/text/hi.yaml`;

test.each([
  ['a text that is missing', 'test.kidney: गुर्दे\n', 'test.kidnei: गुर्दे\n', /^Translate “test\.kidney”/],
  ['another number', '1 mg, आम ख़ुराक', '2 mg, आम ख़ुराक', /^Say 1: the English does\./],
  ['another unit', 'दिन में 1 mg, आम ख़ुराक', 'दिन में 1, आम ख़ुराक', /^Name the same units/],
  [
    'a lost negation',
    'know.off-label: यह आम इलाज नहीं है। इस काम के लिए इसे सरकारी मंज़ूरी नहीं है',
    'know.off-label: यह आम इलाज है। इस काम के लिए इसे सरकारी मंज़ूरी है',
    /has a negation, and this has none/,
  ],
  ['Hindi digits', 'दिन में 1–2 mg\n', 'दिन में १–२ mg\n', /^Write digits as 0 to 9/],
  [
    'a block of long sentences',
    '  hope: >-',
    '  hope: >-\n    यह रास्ता भावनाओं से भरा हुआ है और इस पर चलना हर औरत के लिए बहुत ही ज़्यादा मुश्किल होता है और',
    /^Shorten the Hindi sentences of the block of hope: they have \d+\.\d words on average, at most 14/,
  ],
])('%s in Hindi is named with its file, and the English goes on', async (_name, from, to, says) => {
  const folder = packFolder();
  folder.edit('text/hi.yaml', from, to);
  const found = (await packFaults(folder.dir)).find(({ message }) => says.test(message));
  expect(found?.file).toBe(HINDI);
  const [loaded] = await loadPacks(folder.dir);
  expect(loaded?.pack?.id).toBe(TOPIC);
});

test('English that changes makes its Hindi stale until it is read and marked again', async () => {
  const folder = packFolder();
  folder.edit('text/en.yaml', '  red.chest: Chest pain\n', '  red.chest: Pain in the chest\n');
  const [loaded] = await loadPacks(folder.dir);
  if (!loaded?.pack) throw new Error('The pack is refused.');
  expect(openTranslations(loaded.pack, 'hi')).toEqual([{ id: 'red.chest', why: 'stale' }]);
  expect(loaded.translation).toEqual([
    { file: HINDI, line: folder.lineOf('text/hi.yaml', '  red.chest: छाती'), message: expect.stringMatching(/^Read “red\.chest” again/) },
  ]);
  const { io, out } = captured();
  expect(await markTranslated([TOPIC, 'hi', 'red.chest'], folder.dir, io)).toBe(0);
  expect(out().toString()).toContain('1 of ');
  expect(await packFaults(folder.dir)).toEqual([]);
});

test('a language without a file has every text open', async () => {
  const folder = packFolder();
  rmSync(join(folder.dir, TOPIC, 'text/hi.yaml'));
  const [loaded] = await loadPacks(folder.dir);
  if (!loaded?.pack) throw new Error('The pack is refused.');
  expect(openTranslations(loaded.pack, 'hi').length).toBeGreaterThan(200);
  expect(openTranslations(loaded.pack, 'en')).toEqual([]);
});
