/** A node of the engine's tree, as far as its layout goes. */
interface Node {
  type: string;
  value?: string;
  props?: Record<string, unknown>;
  style?: Record<string, unknown>;
  box?: object;
  lines?: unknown;
  alignOffset?: number;
  children?: Node[];
  /** Its box, and those of everything in it, are known: the engine lays out only where it stands. */
  laid?: boolean;
  /** Its styles are resolved. */
  styled?: boolean;
  /** Under which its layout is kept once it is made. */
  keptAs?: string;
}

/** What the engine keeps of a node from the layout: everything but what it says and means. */
type Kept = Pick<Node, 'type' | 'style' | 'box' | 'lines' | 'alignOffset'> & { children?: Kept[] };

/** Parts of a page that are kept: those of several papers in both languages. */
const PARTS_KEPT = 1500;
/** What the engine's own step marks as content of a page. */
const CONTENT = '__content';

const IS_TEXT = 'TEXT';
const IS_DRAWN = 'CANVAS';

const isContent = ({ props }: Node) => props !== undefined && CONTENT in props;

/**
 * What the layout of a node follows from, besides its place; undefined for one that can't be told by it: a text that is
 * cut by a function without a `cutAt`, a drawing that is as large as what it draws.
 */
function saidBy(node: Node): string | undefined {
  if (node.value !== undefined) return JSON.stringify(node.value);
  const { type, props, style } = node;
  if (props?.hyphenationCallback !== undefined && props.cutAt === undefined) return undefined;
  if (type === IS_DRAWN && (style?.width === undefined || style.height === undefined)) return undefined;
  let said = `${type}${props?.hyphenationPenalty ?? ''} ${props?.cutAt ?? ''}${JSON.stringify(style)}[`;
  for (const child of node.children ?? []) {
    const of = saidBy(child);
    if (of === undefined) return undefined;
    said += of;
  }
  return `${said}]`;
}

function keptOf({ type, style, box, lines, alignOffset, children }: Node): Kept {
  return {
    type,
    ...(style ? { style } : {}),
    ...(box ? { box } : {}),
    ...(lines === undefined ? {} : { lines }),
    ...(alignOffset === undefined ? {} : { alignOffset }),
    ...(children && type !== IS_TEXT ? { children: children.map(keptOf) } : {}),
  };
}

/** The node with the layout of one that says the same. What it means (its tag, its place in the bookmarks) stays its own. */
function withLayout(node: Node, kept: Kept): Node {
  return {
    ...kept,
    props: node.props ?? {},
    children: kept.children ? (node.children ?? []).map((child, index) => withLayout(child, kept.children?.[index] ?? keptOf(child))) : [],
    styled: true,
    laid: true,
  };
}

/**
 * The layout of the parts of a page, kept for the next paper and for the next try of this one: a draft differs from the
 * one before it in one line, and page 1 is laid out again until it fits. A part is a row, a paragraph, a table: whatever
 * stands right on the page. It has the same layout wherever it stands and whoever's paper it is.
 */
export class KeptParts {
  readonly #parts = new Map<string, Kept>();

  /** Gives parts that are known their layout. The engine calls it once the tree is whole and before anything is resolved. */
  take<Root extends Node>(root: Root): Root {
    return { ...root, children: (root.children ?? []).map((page) => this.#withKnown(page, JSON.stringify(page.style))) };
  }

  /**
   * Remembers the layout of parts that were not known, and gives it to them as if it had been: so a paper is the same
   * whatever was laid out before it. The engine calls it before it cuts the pages; undefined when all were known.
   */
  put<Root extends Node>(root: Root): Root | undefined {
    let isNew = false;
    const settled = (node: Node): Node => {
      if (node.laid) return node;
      if (isContent(node)) {
        const kept = keptOf(node);
        isNew = true;
        if (node.keptAs !== undefined) {
          if (this.#parts.size >= PARTS_KEPT) this.#parts.clear();
          this.#parts.set(node.keptAs, kept);
        }
        return withLayout(node, kept);
      }
      return node.children && node.type !== IS_TEXT ? { ...node, children: node.children.map(settled) } : node;
    };
    // A page without a box is as high as what is on it.
    const whole = { ...root, children: (root.children ?? []).map((page) => ({ ...settled(page), box: {} })) };
    return isNew ? whole : undefined;
  }

  #withKnown(node: Node, page: string): Node {
    if (isContent(node)) {
      const said = saidBy(node);
      if (said === undefined) return node;
      const as = page + said;
      const kept = this.#parts.get(as);
      return kept ? withLayout(node, kept) : { ...node, keptAs: as };
    }
    if (!node.children || node.type === IS_TEXT) return node;
    return { ...node, children: node.children.map((child) => this.#withKnown(child, page)) };
  }
}
