import type { HandoutVersion } from '#core/contract/shapes.ts';
import type { TimelineEntry, TimelineKind } from '#core/contract/timeline.ts';
import type { MemoryConsultation } from './memoryConsultation.ts';

/** What the store would tell of the one visit and its papers, with what else a test says has happened; the newest first. */
export function memoryTimeline(
  {
    visit,
    versions,
    happened,
  }: { visit: MemoryConsultation | null; versions: readonly HandoutVersion[]; happened: readonly TimelineEntry[] },
  { id, kinds }: { id: string; kinds?: TimelineKind[] | undefined },
): TimelineEntry[] {
  const consultation = visit?.consultation;
  if (consultation?.patient.id !== id) return happened.filter(({ kind }) => kinds?.includes(kind) ?? true);
  const { visitDate, state, savedAt, code, pack } = consultation;
  const newest = versions.find(({ replacedBy }) => replacedBy === null);
  const decision = consultation.answers.find(({ key }) => key === 'program.decision')?.value ?? null;
  const papers = versions.map(
    (paper): TimelineEntry => ({
      kind: 'paper',
      id: paper.id,
      at: paper.madeAt,
      by: paper.madeBy,
      versionId: paper.id,
      visitDate,
      version: paper.version,
      language: paper.language,
      pages: paper.pages,
      replaces: paper.replaces && { version: paper.replaces.version, reason: paper.replaces.reason },
      replacedBy: paper.replacedBy,
      sameAs: paper.sameAs,
    }),
  );
  const begun: TimelineEntry = {
    kind: 'visit',
    id: consultation.id,
    at: savedAt,
    by: newest?.madeBy ?? '',
    consultationId: consultation.id,
    code,
    visitDate,
    state,
    savedAt,
    topic: { id: pack.id, version: pack.version },
    decision: decision as Extract<TimelineEntry, { kind: 'visit' }>['decision'],
    followsOn: consultation.followsOn?.visitDate ?? null,
    newest: newest ? { versionId: newest.id, version: newest.version } : null,
  };
  return [...happened, ...papers.toReversed(), begun].filter(({ kind }) => kinds?.includes(kind) ?? true);
}
