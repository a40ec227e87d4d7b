import layoutDocument from '@react-pdf/layout';
import renderPages from '@react-pdf/render';
import { type DocumentProps, Font, pdf } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { Paper } from './paper.ts';

type LayOut = (document: unknown, fonts: typeof Font) => Promise<{ children: readonly unknown[] }>;
type Draw = (paper: Paper, layout: unknown) => void;

/** What a drawn document says about itself. */
export interface About {
  title: string;
  language: string;
  at: Date;
}

/** A document on its pages, not yet drawn: to see whether it fits takes half the time of a PDF. */
export interface LaidOut {
  pages: number;
  /** `onlyPage`: only this page of it, from 1, or its last one when it has fewer. */
  draw(about: About, onlyPage?: number): Uint8Array<ArrayBuffer>;
}

/** Lays a document out. `draw` does what the engine's `renderToBuffer` does, with a `Paper` in the place of its own document. */
export async function layOutDocument(element: ReactElement<DocumentProps>): Promise<LaidOut> {
  const { container } = pdf(element);
  const layout = await (layoutDocument as unknown as LayOut)(container.document, Font);
  return {
    pages: layout.children.length,
    draw(about, onlyPage) {
      const { children } = layout;
      const drawn = onlyPage === undefined ? layout : { ...layout, children: [children[Math.min(onlyPage, children.length) - 1]] };
      const paper = new Paper({ ...about, creator: 'Consultleaf' });
      // Ends the paper, which is whole then: nothing in it waits.
      (renderPages as unknown as Draw)(paper, drawn);
      return paper.file();
    },
  };
}
