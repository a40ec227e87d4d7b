import { createHash } from 'node:crypto';
import { inZone } from '#core/domain/dates.ts';
import { withMark } from '#core/domain/handout/furniture.ts';
import type { Instant } from '#core/domain/text.ts';
import type { Mark } from '#core/domain/visit.ts';
import type { MarkedPages } from '../store/paperCommands.ts';
import type { Actor, Store } from '../store/store.ts';
import type { Services } from './context.ts';
import { notFound } from './faults.ts';

/**
 * The pages of a version that was printed before, marked: "copy, first printed …" while it holds, "old, version … replaces
 * it" once it was replaced. They are made from the model that was stored with the final, so that only the mark differs;
 * stored with their hash; and given again byte for byte when the same mark is asked for. `id` names them for a print job;
 * the store's `papers.marked` gives them by it.
 * @param firstPrinted when a paper of this version first came out; its day is printed
 * @throws NOT_FOUND, StoreFault `databaseDamaged` when stored bytes have changed, RenderFault
 */
export async function reprint(
  { paper, renderer }: Pick<Services, 'paper' | 'renderer'>,
  { store, actor }: { store: Store; actor: Actor },
  { versionId, firstPrinted }: { versionId: string; firstPrinted: Instant },
): Promise<MarkedPages> {
  const source = await store.run('papers.source', { id: versionId }, actor);
  if (!source) throw notFound('handout');
  const { version, visit, model } = source;
  const mark: Mark =
    version.replacedBy === null
      ? { kind: 'copy', firstPrinted: inZone(firstPrinted, visit.timeZone).date }
      : { kind: 'superseded', byVersion: version.replacedBy };
  const there = await store.run('papers.findMarked', { versionId, mark }, actor);
  if (there) return there;
  const labels = await paper.labels(model.language);
  const { pdf, pages } = await renderer.render(withMark(model, { labels, visit }, mark));
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return store.run('papers.addMarked', { versionId, mark, pdf, sha256, pages }, actor);
}
