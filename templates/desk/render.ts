import type { DeskPaper } from '#core/domain/deskPaper.ts';
import { checkCharacters } from '../handout/checkCharacters.ts';
import { layOutDocument } from '../handout/engine/draw.ts';
import type { Fonts } from '../handout/fonts.ts';
import type { RenderedHandout } from '../handout/render.ts';
import { LANGUAGE_TAGS, lookFor } from '../handout/theme.ts';
import { labelsDocument } from './labels.tsx';
import { slipDocument } from './slip.tsx';
import { testDocument } from './testPage.tsx';

function documentOf(paper: DeskPaper) {
  switch (paper.kind) {
    case 'slip':
      return slipDocument(paper);
    case 'labels':
      return labelsDocument(paper);
    case 'test':
      return testDocument(paper);
  }
}

/**
 * A paper of reception's beside the handout as PDF bytes: the same bytes for the same model.
 * @throws HandoutFault when a character can't be printed
 */
export async function renderDeskPaper(paper: DeskPaper, fonts: Fonts): Promise<RenderedHandout> {
  const { title, language, createdAt } = paper;
  await checkCharacters(paper, lookFor(language, 'A4').theme.family, fonts);
  if (paper.kind === 'slip')
    for (const section of paper.sections) await checkCharacters(section, lookFor(section.language, 'A4').theme.family, fonts);
  const { draw, pages } = await layOutDocument(documentOf(paper));
  return { pdf: await draw({ title, language: LANGUAGE_TAGS[language], at: new Date(createdAt) }), pages };
}
