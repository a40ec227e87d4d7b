import { layOutDocument } from '../handout/engine/draw.ts';
import type { RenderedHandout } from '../handout/render.ts';
import { LANGUAGE_TAGS } from '../handout/theme.ts';
import { type RecoveryKeyPage, recoveryKeyDocument } from './document.tsx';
import { WORDS } from './words.ts';

/** The page with the recovery key as PDF bytes. The fonts must be open. */
export async function renderRecoveryKey(page: RecoveryKeyPage): Promise<RenderedHandout> {
  const laidOut = await layOutDocument(recoveryKeyDocument(page));
  const pdf = await laidOut.draw({ title: `${WORDS.program}: ${WORDS.title}`, language: LANGUAGE_TAGS.en, at: new Date() });
  return { pdf, pages: 1 };
}
