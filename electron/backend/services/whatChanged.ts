import type { HandoutVersion } from '#core/contract/shapes.ts';
import { paperDifferences } from '#core/domain/paperChanges.ts';
import type { PrintedFact } from '#core/domain/printedFacts.ts';
import type { Final, Visit } from '#core/domain/visit.ts';
import type { PaperSource } from '../store/paperCommands.ts';
import { actorOf, type Services } from './context.ts';
import { notFound } from './faults.ts';
import type { SignIn } from './signIns.ts';

type Replaces = NonNullable<Final['replaces']>;

/** The version that holds: an amendment replaces it, with those that say the same in another language. */
export function newestContent(versions: readonly HandoutVersion[]): HandoutVersion | undefined {
  return versions.findLast(({ sameAs }) => sameAs === null);
}

/** The note on the paper that replaces `of`: every version that says the same goes with it. */
export function replacesNoteOf(of: HandoutVersion, versions: readonly HandoutVersion[], changed: PrintedFact[]): Replaces {
  const also = versions.filter(({ sameAs }) => sameAs === of.version).map(({ version }) => version);
  return { version: of.version, ...(also.length > 0 ? { also } : {}), madeAt: of.madeAt, changed };
}

/** What a version was made from; NOT_FOUND when it isn't there. */
export async function sourceOf({ now }: Pick<Services, 'now'>, signIn: SignIn, id: string): Promise<PaperSource> {
  const source = await signIn.store.run('papers.source', { id }, actorOf(signIn, now));
  if (!source) throw notFound('handout');
  return source;
}

/** What a visit changes on the paper that was made from `before`, as page 1 names it. */
export function changedFacts(before: Visit, after: Visit): PrintedFact[] {
  return paperDifferences(before, after).map(({ fact }) => fact);
}

/** The note that stands on a version already, worked out again from both snapshots; undefined on one that replaces nothing. */
export async function noteOn(
  services: Pick<Services, 'now'>,
  signIn: SignIn,
  { version, visit }: PaperSource,
  versions: readonly HandoutVersion[],
): Promise<Replaces | undefined> {
  const old = versions.find((each) => each.version === version.replaces?.version);
  if (!old) return undefined;
  const before = await sourceOf(services, signIn, old.id);
  return replacesNoteOf(old, versions, changedFacts(before.visit, visit));
}
