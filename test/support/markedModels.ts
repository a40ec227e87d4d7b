import { buildHandout } from '#core/domain/buildHandout.ts';
import { withMark } from '#core/domain/handout/furniture.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Final, Mark } from '#core/domain/visit.ts';
import { smallPack } from './smallPack.ts';
import { englishLabels, smallVisit } from './smallVisit.ts';

const final: Final = { version: 1, madeAt: '2027-02-12T18:40:00Z', madeBy: 'Dr A. Sample' };
export const MARKS: readonly Mark[] = [
  { kind: 'none' },
  { kind: 'draft' },
  { kind: 'copy', firstPrinted: '2027-02-13' },
  { kind: 'superseded', byVersion: 2 },
];

/** One final paper with each mark, as it is made the first time and as it is made again from the stored model. */
export function markedModels(): HandoutModel[] {
  const [visit, pack] = [smallVisit(), smallPack()];
  const stored = buildHandout({ visit, pack, final }, englishLabels, { kind: 'none' });
  return MARKS.flatMap((mark) => [
    buildHandout({ visit, pack, final }, englishLabels, mark),
    ...(mark.kind === 'draft' ? [] : [withMark(stored, { labels: englishLabels, visit }, mark)]),
  ]);
}
