import { createHash } from 'node:crypto';
import { type Notice, noticeOf, noticePage } from '#core/domain/notice.ts';
import { type Language, languagesOn, type PaperLanguage, paperLanguageSchema } from '#core/domain/text.ts';
import type { RenderedPdf } from '../documents/renderer.ts';
import type { Actor, Store } from '../store/store.ts';
import type { Services } from './context.ts';

/** How many letters of its hash name a notice. */
const VERSION_LETTERS = 8;

const hashOf = (words: string) => createHash('sha256').update(words).digest('hex');

/** The notice as this clinic's settings make it today, in one language or in both: `other` is the second. */
export async function noticeNow(
  services: Pick<Services, 'notice'>,
  { store, actor }: { store: Store; actor: Actor },
  language: PaperLanguage,
) {
  const { clinic, timeZone, program } = await store.run('clinic.read', null, actor);
  const [first, second] = languagesOn(language);
  const filled = async (each: Language) => {
    const text = await services.notice(each);
    return { text, notice: noticeOf(text, { clinic, years: program.retentionYears }) };
  };
  const { text, notice } = await filled(first);
  const other: Notice | undefined = second && (await filled(second)).notice;
  const words = JSON.stringify(other ? [notice, other] : notice);
  const hash = hashOf(words);
  return { clinic, timeZone, text, notice, other, language, words, hash, version: hash.slice(0, VERSION_LETTERS) };
}

/** Which words a patient may be given today, by language. */
export async function noticesNow(services: Pick<Services, 'notice'>, by: { store: Store; actor: Actor }) {
  const all = await Promise.all(paperLanguageSchema.options.map((language) => noticeNow(services, by, language)));
  return all.map(({ version, language }) => ({ version, language }));
}

/**
 * The notice as a page with a patient's name, to be signed; writes the audit row. `askedBy` is the name of who asks her.
 * @throws NOT_FOUND, RenderFault
 */
export async function noticePages(
  services: Pick<Services, 'notice' | 'paper' | 'renderer'>,
  { store, actor, askedBy, sample }: { store: Store; actor: Actor; askedBy: string; sample: boolean },
  patientId: string,
  language: PaperLanguage,
): Promise<RenderedPdf & { version: string }> {
  const { patient } = await store.run('rights.extent', { patientId }, actor);
  const { clinic, timeZone, text, notice, other, version } = await noticeNow(services, { store, actor }, language);
  const labels = await services.paper.labels(notice.language);
  const page = { notice, other, text, labels, clinic, timeZone, patient, askedBy, at: actor.at, version, sample };
  const rendered = await services.renderer.render(noticePage(page));
  await store.run('audit.add', { action: 'patient.notice', subject: patientId }, actor);
  return { ...rendered, version };
}
