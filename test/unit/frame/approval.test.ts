import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { packText } from '#core/domain/pack.ts';
import { packTextIds } from '#core/domain/packTexts.ts';
import { approvalGroups } from '../../../renderer/screens/approve/statements.ts';

const loaded = await loadPacks(join(import.meta.dirname, '../../../templates/packs'));
const packs = loaded.flatMap(({ pack }) => (pack ? [pack] : []));

test('there is a pack to approve', () => {
  expect(packs.length).toBeGreaterThan(0);
});

test.each(packs.map((pack) => [pack.id, pack] as const))('%s: a doctor who approves it has had every text before her', (_id, pack) => {
  const groups = approvalGroups(pack, 'en');
  const shown = new Set(groups.flatMap(({ title, rows }) => [title, ...rows.flatMap(({ lines }) => lines.map(({ text }) => text))]));
  const unseen = packTextIds(pack).filter((id) => !shown.has(packText(pack, 'en', id)));
  expect(unseen).toEqual([]);
});

test.each(packs.map((pack) => [pack.id, pack] as const))('%s: every fact that a statement rests on is there to be read', (_id, pack) => {
  const known = new Set(pack.facts.map(({ id }) => id));
  const cited = approvalGroups(pack, 'en').flatMap(({ rows }) => rows.flatMap(({ facts }) => facts));
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.filter((id) => !known.has(id))).toEqual([]);
});
