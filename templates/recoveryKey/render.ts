import { renderToBuffer } from '@react-pdf/renderer';
import type { RenderedHandout } from '../handout/render.ts';
import { type RecoveryKeyPage, recoveryKeyDocument } from './document.tsx';

/** The page with the recovery key as PDF bytes. The fonts must be open. */
export async function renderRecoveryKey(page: RecoveryKeyPage): Promise<RenderedHandout> {
  return { pdf: new Uint8Array(await renderToBuffer(recoveryKeyDocument(page))), pages: 1 };
}
