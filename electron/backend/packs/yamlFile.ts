import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import type { PackFault } from './packs.ts';

/** A YAML file as data, with a way back from a path in the data to the line it stands on. */
export interface YamlFile {
  file: string;
  data: unknown;
  faults: PackFault[];
  /** Line of the deepest part of `path` that the file has, counted from 1; null when the file is empty. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** Where a step of a path begins: at its key in a map, at its item in a list. */
function step(node: unknown, key: PropertyKey): { start: number | undefined; next: unknown } | undefined {
  if (isMap<Node, Node>(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair && { start: pair.key.range?.[0], next: pair.value };
  }
  if (isSeq<Node>(node)) {
    const item = node.items[Number(key)];
    return item && { start: item.range?.[0], next: item };
  }
  return undefined;
}

/** Reads YAML text. Syntax errors, and keys that stand twice, become faults with their line. */
export function readYaml(file: string, source: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument<ParsedNode>(source, { lineCounter: lines, prettyErrors: false });
  const faults = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: `Mend the YAML here: ${error.message.replace(/\.?$/, '.')}`,
  }));
  return {
    file,
    data: faults.length ? undefined : document.toJS(),
    faults,
    lineOf(path) {
      let node: unknown = document.contents;
      let start = document.contents?.range?.[0];
      for (const key of path) {
        const found = step(node, key);
        if (!found) break;
        start = found.start ?? start;
        node = found.next;
      }
      return start === undefined ? null : lines.linePos(start).line;
    },
  };
}
