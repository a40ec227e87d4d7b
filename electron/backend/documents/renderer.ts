import type { DeskPaper } from '#core/domain/deskPaper.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { RecoveryKeyPage } from '#templates/recoveryKey/document.tsx';

/** A rendered handout: bytes, and how many pages. */
export interface RenderedPdf {
  pdf: Uint8Array;
  pages: number;
}

/** A render that failed or took too long. `message` is for a person and holds nothing of the patient; neither does `cause`. */
export class RenderFault extends Error {
  constructor(message: string, options?: { cause: string }) {
    super(message, options);
    this.name = 'RenderFault';
  }
}

/** Renders handouts in a worker thread of its own; a render over 10 s is ended. */
export interface PdfRenderer {
  /**
   * The newest draft wins: a waiting preview of the same `lane` is dropped for a newer one and rejects with RenderFault.
   * `onlyPage`: only this page is in the bytes, from 1, or the last one of a paper with fewer; `pages` counts all.
   */
  render(model: HandoutModel, options?: { lane?: string; onlyPage?: number | undefined }): Promise<RenderedPdf>;
  /** The page with the recovery key, to be locked away. */
  renderRecoveryKey(page: RecoveryKeyPage): Promise<RenderedPdf>;
  /** Reception's papers beside the handout: a slip with her dates, labels, a printer's test page. */
  renderDeskPaper(paper: DeskPaper): Promise<RenderedPdf>;
  /** Renders a small dummy so that the first real one is fast; nothing where that was done before. */
  warm(): Promise<void>;
  /**
   * Ends the thread that holds the words of earlier papers, which it keeps for speed: for when the clinic is locked. The
   * paper in its hands is made first; what waits rejects with RenderFault. The next render starts another thread; `warm`
   * does so beforehand.
   */
  forget(): void;
  close(): Promise<void>;
}
