import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { actualTextsOf, withActualText } from './actualText.ts';
import { withPdf } from './pdfjs.ts';

/** An element of a PDF's structure, with its own text and its parts in reading order. */
export interface StructureElement {
  role: string;
  text: string;
  alt?: string;
  /** Where it is not that of what it stands in. */
  lang?: string;
  children: StructureElement[];
}

interface TreeNode {
  role?: string;
  alt?: string;
  lang?: string;
  children?: TreeNode[];
  type?: string;
  id?: string;
}

/**
 * The structure of each page as a viewer hands it to a screen reader, and what of the page's text is in none of it. Each
 * page has a tree of its own: an element that runs over a page stands in both.
 */
export function structureOf(bytes: Uint8Array): Promise<{ roots: StructureElement[]; artifacts: string[] }> {
  const words = actualTextsOf(bytes);
  return withPdf(bytes, (pdf) => readStructure(pdf, words));
}

async function readStructure(
  pdf: PDFDocumentProxy,
  words: (string | undefined)[][],
): Promise<{ roots: StructureElement[]; artifacts: string[] }> {
  const roots: StructureElement[] = [];
  const artifacts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    const open: (string | undefined)[] = [];
    let outside = '';
    for (const item of withActualText(items, words[number - 1] ?? [])) {
      if ('str' in item) {
        const id = open.findLast((each) => each !== undefined);
        const text = item.str + (item.hasEOL ? ' ' : '');
        if (id === undefined) outside += text;
        else texts.set(id, (texts.get(id) ?? '') + text);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push('id' in item && typeof item.id === 'string' ? item.id : undefined);
    }
    const read = (node: TreeNode): StructureElement => {
      const parts = node.children ?? [];
      const own = parts.filter((part) => part.type === 'content').map((part) => texts.get(part.id ?? '') ?? '');
      return {
        role: node.role ?? '',
        text: own.join(' ').replace(/\s+/g, ' ').trim(),
        ...(node.alt === undefined ? {} : { alt: node.alt }),
        ...(node.lang === undefined ? {} : { lang: node.lang }),
        children: parts.filter((part) => part.role !== undefined).map(read),
      };
    };
    const tree = (await page.getStructTree()) as TreeNode | null;
    if (!tree) throw new Error(`Page ${number} has no structure.`);
    roots.push(read(tree));
    artifacts.push(outside.replace(/\s+/g, ' ').trim());
  }
  return { roots, artifacts };
}

/** An element and everything in it, in reading order. */
export function walk(element: StructureElement): StructureElement[] {
  return [element, ...element.children.flatMap(walk)];
}
