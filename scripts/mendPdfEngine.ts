import type { Plugin } from 'vite';

/** A place in the engine's source, what stands there instead, and how often it is found. */
type Place = readonly [from: string, to: string, times: number];

/** Drawing: calls of the structure (`templates/handout/engine/tags.ts`), for which the engine has no hook. */
const RENDER: readonly Place[] = [
  // Background and borders of a node, then its content, between marks of the structure.
  [
    '    renderBackground(ctx, node);\n    renderBorders(ctx, node);\n    const renderFn = renderFns[node.type];',
    '    const __decoration = ctx.tags?.decoration(node);\n    renderBackground(ctx, node);\n    renderBorders(ctx, node);\n    ctx.tags?.endDecoration(__decoration);\n    const __content = ctx.tags?.begin(node) ?? null;\n    const renderFn = renderFns[node.type];',
    1,
  ],
  [
    '        cleanUpFn(ctx, node, options);\n    setDestination(ctx, node);',
    '        cleanUpFn(ctx, node, options);\n    ctx.tags?.end(__content);\n    setDestination(ctx, node);',
    1,
  ],
  // The root of the structure around all pages.
  [
    '    pages.forEach((page) => renderNode(ctx, page, options));\n    addBookmarks(ctx, doc);',
    '    ctx.tags?.start();\n    pages.forEach((page) => renderNode(ctx, page, options));\n    ctx.tags?.finish();\n    addBookmarks(ctx, doc);',
    1,
  ],
  // Text that can't be drawn must fail the whole paper: the engine would log it and leave the words out.
  ['    catch (error) {\n        console.log(error);\n    }', '    catch (error) {\n        throw error;\n    }', 2],
];

/** Layout: of a letter and its signs. */
const TEXTKIT: readonly Place[] = [
  // A line begins with the first glyph of its first letter; the engine would take the last one and lose the letter itself.
  [
    '    const startIndex = glyphIndexAt(start, run);\n    const endIndex = glyphIndexAt(end - 1, run);',
    '    let startIndex = glyphIndexAt(start, run);\n    const __of = run.glyphIndices ?? [];\n    while (startIndex > 0 && startIndex < __of.length && __of[startIndex - 1] === __of[startIndex]) startIndex -= 1;\n    const endIndex = glyphIndexAt(end - 1, run);',
    1,
  ],
  // What a font sets higher or lower keeps its height; the engine would put all of it on the line.
  ['        run.positions[i].yOffset = yOffset;', '        if (yOffset !== 0) run.positions[i].yOffset = yOffset;', 1],
];

const FILES: readonly (readonly [file: RegExp, name: string, places: readonly Place[]])[] = [
  [/[\\/]@react-pdf[\\/]render[\\/]lib[\\/]index\.js$/, '@react-pdf/render', RENDER],
  [/[\\/]@react-pdf[\\/]textkit[\\/]lib[\\/]textkit\.js$/, '@react-pdf/textkit', TEXTKIT],
];

/** The mended source of a file of the engine; undefined for any other file. Throws when the source has moved. */
export function mendEngine(file: string, code: string): string | undefined {
  const found = FILES.find(([pattern]) => pattern.test(file));
  if (!found) return undefined;
  const [, name, places] = found;
  return places.reduce((source, [from, to, times]) => {
    const seen = source.split(from).length - 1;
    if (seen !== times) throw new Error(`${name} has changed: a place to mend was found ${seen} times instead of ${times}.`);
    return source.replaceAll(from, to);
  }, code);
}

/** Mends what the PDF engine gets wrong, at its root. Tests run the same source; a build fails when it has moved. */
export function mendPdfEngine(): Plugin {
  return {
    name: 'mend-pdf-engine',
    transform(code, id) {
      const mended = mendEngine(id.split('?')[0] ?? id, code);
      return mended === undefined ? undefined : { code: mended, map: null };
    },
  };
}
