import type PDFDocument from 'pdfkit';
import type { StructureElement, StructureOptions } from 'pdfkit';

/** What a part of the paper is: a standard structure type of PDF 1.7, or furniture that is not part of the text. */
export type Tag =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BibEntry'
  | 'Sect'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Artifact';

/**
 * The tag of an element, as its property `tag`; `alt` says a figure in words, `scope` what a head cell heads. The pieces
 * of an element that a page break cuts, and its repetitions, share its `tagKey`.
 */
export interface Tagged extends StructureOptions {
  tag?: Tag;
  tagKey?: object;
  /** Of a box of no size: what is drawn after it, and not in it, belongs to its element until another box closes that. */
  section?: 'opens' | 'closes';
}

/** Properties that give an element its tag: `<View {...tagged('TR')}>`. The engine's own types know nothing of them. */
export function tagged(tag: Tag, options: StructureOptions = {}): object {
  return { tag, tagKey: {}, ...options };
}

/** A laid-out node, as far as its tags are concerned. */
export interface DrawnNode {
  type: string;
  props?: Tagged & { fixed?: boolean };
  style?: Record<string, unknown>;
}

/** A list or a table stands round its parts; parts that stand in a row without one are given it. */
const PARENT: Partial<Record<Tag, Tag>> = { LI: 'L', TR: 'Table' };

/** An element that is open while its children are drawn, with the list or table implied by its newest children. */
interface Group {
  tag: Tag | 'Document';
  element: StructureElement;
  /** The language of everything in it, where that isn't the document's. */
  lang?: string | undefined;
  implied?: { tag: Tag; element: StructureElement } | undefined;
}

type Open = { kind: 'artifact' } | { kind: 'content' } | { kind: 'group' };

const DECORATED = ['backgroundColor', 'borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth'] as const;
const DRAWN = new Set(['CANVAS', 'SVG', 'IMAGE']);
const OUTSIDE = new Set(['DOCUMENT', 'PAGE']);

/**
 * The structure of one document, built while it is drawn: the engine's `renderNode` calls `decoration` and `begin` before
 * a node and their ends after it (`scripts/mendPdfEngine.ts`). A node that runs over a page goes on in the element it
 * began in; a head that is repeated there is an artifact.
 */
export class Tags {
  readonly #doc: PDFDocument;
  readonly #elements = new Map<object, StructureElement>();
  readonly #opened = new Map<object, Group>();
  #root: StructureElement | undefined;
  #groups: Group[] = [];
  /** Above zero inside a text, a figure or an artifact: whatever is drawn there belongs to it. */
  #inside = 0;

  constructor(doc: PDFDocument) {
    this.#doc = doc;
  }

  start(): void {
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
    this.#groups = [{ tag: 'Document', element: this.#root }];
  }

  finish(): void {
    this.#root?.end();
  }

  /** Background and borders: never part of the text. */
  decoration(node: DrawnNode): boolean {
    const drawn = DECORATED.some((name) => node.style?.[name]);
    if (this.#inside > 0 || OUTSIDE.has(node.type) || !drawn) return false;
    this.#doc.markContent('Artifact', { type: 'Layout' });
    return true;
  }

  endDecoration(open: boolean): void {
    if (open) this.#doc.endMarkedContent();
  }

  begin(node: DrawnNode): Open | null {
    if (this.#inside > 0 || OUTSIDE.has(node.type)) return null;
    const { tag, tagKey, fixed, section, ...options } = node.props ?? {};
    if (tag === 'Artifact' || (fixed && tagKey && this.#elements.has(tagKey))) return this.#artifact('Pagination');
    if (node.type === 'TEXT') return this.#content(node, tag ?? 'P', options);
    if (DRAWN.has(node.type)) return options.alt === undefined ? this.#artifact('Layout') : this.#content(node, 'Figure', options);
    if (tag === undefined) return null;
    if (section === 'closes') this.#groups.pop();
    else this.#groups.push(this.#group(node, tag, options));
    return section === undefined ? { kind: 'group' } : null;
  }

  end(open: Open | null): void {
    if (open === null) return;
    if (open.kind === 'group') {
      this.#groups.pop();
      return;
    }
    this.#doc.endMarkedContent();
    this.#inside -= 1;
  }

  /** The language at this place; undefined where it is the document's. */
  get language(): string | undefined {
    return this.#groups.at(-1)?.lang;
  }

  /** Boxes with one `tagKey` are one element, wherever they are drawn: what is added goes on where the last one ended. */
  #group(node: DrawnNode, tag: Tag, options: StructureOptions): Group {
    const key = node.props?.tagKey ?? node;
    const opened = this.#opened.get(key);
    if (opened) return opened;
    const group = { tag, element: this.#element(node, tag, options), lang: options.lang ?? this.language };
    this.#opened.set(key, group);
    return group;
  }

  #artifact(type: 'Layout' | 'Pagination'): Open {
    this.#doc.markContent('Artifact', { type });
    this.#inside += 1;
    return { kind: 'artifact' };
  }

  #content(node: DrawnNode, tag: Tag, options: StructureOptions): Open {
    const element = this.#element(node, tag, options);
    element.add(this.#doc.markStructureContent(tag));
    this.#inside += 1;
    return { kind: 'content' };
  }

  #element(node: DrawnNode, tag: Tag, { alt, lang, scope }: StructureOptions): StructureElement {
    const key = node.props?.tagKey ?? node;
    const begun = this.#elements.get(key);
    if (begun) return begun;
    const options = {
      ...(alt === undefined ? {} : { alt }),
      ...(lang === undefined ? {} : { lang }),
      ...(scope === undefined ? {} : { scope }),
    };
    const element = this.#doc.struct(tag, options);
    this.#parentOf(tag).add(element);
    this.#elements.set(key, element);
    return element;
  }

  #parentOf(tag: Tag): StructureElement {
    const group = this.#groups.at(-1);
    if (!group) throw new Error('The structure has not been started.');
    const wanted = PARENT[tag];
    if (wanted === undefined || wanted === group.tag) {
      group.implied = undefined;
      return group.element;
    }
    if (group.implied?.tag !== wanted) {
      const element = this.#doc.struct(wanted);
      group.element.add(element);
      group.implied = { tag: wanted, element };
    }
    return group.implied.element;
  }
}
