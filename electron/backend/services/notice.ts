import { createHash } from 'node:crypto';
import { type Notice, noticeOf, noticePage } from '#core/domain/notice.ts';
import type { RenderedPdf } from '../documents/renderer.ts';
import type { Actor, Store } from '../store/store.ts';
import type { Services } from './context.ts';

/** The one language in which the notice is written so far. */
const LANGUAGE = 'en';
/** How many letters of its hash name a notice. */
const VERSION_LETTERS = 8;

const hashOf = (notice: Notice) => createHash('sha256').update(JSON.stringify(notice)).digest('hex');

/** The notice as this clinic's settings make it today. */
export async function noticeNow(services: Pick<Services, 'notice'>, { store, actor }: { store: Store; actor: Actor }) {
  const { clinic, timeZone, program } = await store.run('clinic.read', null, actor);
  const text = await services.notice(LANGUAGE);
  const notice = noticeOf(text, { clinic, years: program.retentionYears });
  const hash = hashOf(notice);
  return { clinic, timeZone, text, notice, hash, version: hash.slice(0, VERSION_LETTERS) };
}

/**
 * The notice as a page with a patient's name, to be signed; writes the audit row. `askedBy` is the name of who asks her.
 * @throws NOT_FOUND, RenderFault
 */
export async function noticePages(
  services: Pick<Services, 'notice' | 'paper' | 'renderer'>,
  { store, actor, askedBy, sample }: { store: Store; actor: Actor; askedBy: string; sample: boolean },
  patientId: string,
): Promise<RenderedPdf & { version: string }> {
  const { patient } = await store.run('rights.extent', { patientId }, actor);
  const { clinic, timeZone, text, notice, version } = await noticeNow(services, { store, actor });
  const labels = await services.paper.labels(notice.language);
  const page = { notice, text, labels, clinic, timeZone, patient, askedBy, at: actor.at, version, sample };
  const rendered = await services.renderer.render(noticePage(page));
  await store.run('audit.add', { action: 'patient.notice', subject: patientId }, actor);
  return { ...rendered, version };
}
