import layoutDocument from '@react-pdf/layout';
import renderPages from '@react-pdf/render';
import { type DocumentProps, Font, pdf } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { Paper } from './paper.ts';

type LayOut = (document: unknown, fonts: typeof Font) => Promise<unknown>;
type Draw = (paper: Paper, layout: unknown) => void;

/**
 * Lays a document out and draws it as a tagged PDF. It does what the engine's `renderToBuffer` does, with a `Paper` in
 * the place of the engine's own document.
 */
export async function drawDocument(
  element: ReactElement<DocumentProps>,
  about: { title: string; language: string; at: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const { container } = pdf(element);
  const layout = await (layoutDocument as unknown as LayOut)(container.document, Font);
  const paper = new Paper({ ...about, creator: 'Consultleaf' });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    paper
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', resolve)
      .on('error', reject);
  });
  (renderPages as unknown as Draw)(paper, layout);
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
