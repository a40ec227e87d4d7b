import { type StructureElement, walk } from './structureOf.ts';

/** What stands under one heading of the paper; `title` is empty for what stands above the first. */
export interface PaperSection {
  title: string;
  /** On which page its heading stands, from 1. */
  page: number;
  elements: StructureElement[];
}

/** The blocks of a paper, as its structure gives them. */
export function sectionsOf(roots: readonly StructureElement[]): PaperSection[] {
  const sections: PaperSection[] = [{ title: '', page: 1, elements: [] }];
  roots.forEach((root, index) => {
    for (const element of walk(root)) {
      if (element.role === 'H2') sections.push({ title: element.text, page: index + 1, elements: [] });
      else sections.at(-1)?.elements.push(element);
    }
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
