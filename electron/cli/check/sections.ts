import type { Language } from '#core/domain/text.ts';
import { type StructureElement, walk } from './structureOf.ts';

/** What stands under one heading of the paper; `title` is empty for what stands above the first. */
export interface PaperSection {
  title: string;
  /** On which page its heading stands, from 1. */
  page: number;
  language: Language;
  elements: StructureElement[];
}

const languageOf = (tag: string): Language => (tag.startsWith('hi') ? 'hi' : 'en');

/**
 * The blocks of a paper, as its structure gives them. Each page has a tree of its own: a block in the second language that
 * runs over a page goes on there with the last heading of that language.
 * @param language of the document
 */
export function sectionsOf(roots: readonly StructureElement[], language: Language): PaperSection[] {
  let current: PaperSection = { title: '', page: 1, language, elements: [] };
  const sections = [current];
  const lastOf = new Map<Language, PaperSection>();
  const visit = (element: StructureElement, page: number, spoken: Language, sided: boolean): void => {
    const own = element.lang === undefined ? spoken : languageOf(element.lang);
    const isSide = element.role === 'Sect' && element.lang !== undefined;
    if (isSide) current = lastOf.get(own) ?? current;
    if (element.role === 'H2') {
      current = { title: element.text, page, language: own, elements: [] };
      sections.push(current);
      if (sided) lastOf.set(own, current);
    } else current.elements.push(element);
    for (const child of element.children) visit(child, page, own, sided || isSide);
  };
  roots.forEach((root, index) => {
    visit(root, index + 1, language, false);
  });
  return sections;
}

const RUNNING = new Set(['P', 'TD', 'LBody']);
/** With fewer words a text is a label or a number. */
const FEWEST_WORDS = 3;

/** The texts of a block that are read as sentences. */
export function runningTexts({ elements }: PaperSection): string[] {
  return elements.filter(({ role, text }) => RUNNING.has(role) && text.split(/\s+/).length >= FEWEST_WORDS).map(({ text }) => text);
}

/** All text of the structure in reading order. */
export function structureText(roots: readonly StructureElement[]): string {
  return roots
    .flatMap(walk)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
}
