import { expect, test } from 'vitest';
import type { Pack } from '#core/domain/pack.ts';
import { evidenceCount, patientScreen, patientScreenSchema } from '#core/domain/patientScreen.ts';
import { shippedPack, shippedPacks } from '../../support/shippedPacks.ts';
import { smallPack } from '../../support/smallPack.ts';

const shown = (pack: Pack, section: string, evidence: number | null = null) => patientScreen(pack, { section, language: 'en', evidence });

test('every section of every topic has large plain words of its own, in every language', async () => {
  for (const pack of await shippedPacks())
    for (const language of pack.languages)
      for (const { id } of pack.sections) {
        const screen = patientScreenSchema.parse(patientScreen(pack, { section: id, language, evidence: null }));
        expect(screen.points.length, `${pack.id} ${id}`).toBeGreaterThan(0);
        expect(screen.title).toBe(pack.texts[language]?.texts[`section.${id}`]);
        expect(screen.evidence).toBeNull();
      }
});

test('the evidence comes only when it is shown, one line at a time, always below how sure it is', async () => {
  const pack = await shippedPack('tacrolimus-fertility');
  expect(evidenceCount(pack, 'does-it-work')).toBe(8);
  const lines = Array.from({ length: 8 }, (_, i) => shown(pack, 'does-it-work', i)?.evidence);
  for (const [index, line] of lines.entries()) expect(line).toMatchObject({ lead: 'We are not sure it works.', number: index + 1, of: 8 });
  expect(lines[0]?.text).toContain('Small study, not by lot: 16 of 25 treated got pregnant, 0 of 17 untreated');
  expect(shown(pack, 'does-it-work', 8)?.evidence).toBeNull();
  expect(shown(pack, 'what-it-is', 0)?.evidence).toBeNull();
});

test('100 women are drawn where a source has at least 100 in every arm, beside the real counts; no study of tacrolimus has', async () => {
  const [prednisolone, tacrolimus] = await shippedPacks();
  if (!prednisolone || !tacrolimus) throw new Error('Two topics ship.');
  const charts = (pack: Pack) =>
    Array.from({ length: evidenceCount(pack, 'does-it-work') }, (_, i) => shown(pack, 'does-it-work', i)?.evidence?.chart ?? null);
  expect(charts(tacrolimus).filter(Boolean)).toEqual([]);
  expect(charts(prednisolone)).toEqual([
    {
      what: 'Women who had a live birth',
      arms: [
        { label: 'With the steroid', had: 135, women: 357, of100: 38 },
        { label: 'With a dummy tablet', had: 139, women: 358, of100: 39 },
      ],
    },
    null,
    null,
    null,
  ]);
  const fewer: Pack = structuredClone(prednisolone);
  for (const fact of fewer.facts)
    for (const counts of fact.counts ?? []) for (const arm of counts.arms) if (arm.id === 'dummy') arm.women = 99;
  expect(charts(fewer).filter(Boolean)).toEqual([]);
});

test('a topic that says nothing for this screen shows title and line, and an unknown section or language nothing', () => {
  const pack = smallPack();
  expect(shown(pack, 'about')).toMatchObject({ title: 'Words of section.about.', points: [], note: null, evidence: null });
  expect(shown(pack, 'nowhere')).toBeNull();
  expect(patientScreen(pack, { section: 'about', language: 'hi', evidence: null })).toBeNull();
});
