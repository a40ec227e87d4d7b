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
  // A line is drawn by the paper (`templates/handout/engine/lines.ts`).
  [
    'const renderLine = (ctx, line) => {\n    if (!line.box)\n        return;\n',
    'const renderLine = (ctx, line) => {\n    if (!line.box)\n        return;\n    if (ctx.line) {\n        ctx.line(line, parseColor);\n        return;\n    }\n',
    1,
  ],
  // What changes the state of the drawing opens one by itself; a node needs its own only when all of it is cut or turned.
  [
    '    ctx.save();\n    if (overflowHidden)\n        clipNode(ctx, node);\n',
    '    const __state = overflowHidden || node.style?.transform || node.props?.transform;\n    if (__state)\n        ctx.save();\n    if (overflowHidden)\n        clipNode(ctx, node);\n',
    1,
  ],
  ['    renderDebug(ctx, node);\n    ctx.restore();\n', '    renderDebug(ctx, node);\n    if (__state)\n        ctx.restore();\n', 1],
  [
    'const renderChildren = (ctx, node, options) => {\n',
    'const renderChildren = (ctx, node, options) => {\n    if (!node.children?.length)\n        return;\n',
    1,
  ],
  // Colours are read once, and a document has one painter for all its drawings.
  [
    'const parseColor = (hex) => {\n',
    'const __colors = new Map();\nconst parseColor = (hex) => {\n    let known = __colors.get(hex);\n    if (!known)\n        __colors.set(hex, (known = __parseColor(hex)));\n    return known;\n};\nconst __parseColor = (hex) => {\n',
    1,
  ],
  [
    'const painter = (ctx) => {\n',
    'const __painters = new WeakMap();\nconst painter = (ctx) => {\n    let known = __painters.get(ctx);\n    if (!known)\n        __painters.set(ctx, (known = __painter(ctx)));\n    return known;\n};\nconst __painter = (ctx) => {\n',
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

/**
 * Lines of texts that are kept for the next render: those of several papers. Most texts of a paper stand on the one before
 * it, and page 1 is laid out again and again until it fits.
 */
const LINES_KEPT = 1000;

/** Layout: of texts and pages. */
const LAYOUT: readonly Place[] = [
  // The same text in the same type and width has the same lines; nothing changes them afterwards.
  [
    'const layoutText = (node, width, height, fontStore) => {\n',
    `const __lines = new Map();
const __said = (node) => node.value === undefined ? \`\${JSON.stringify(node.style)}[\${(node.children ?? []).map(__said)}]\` : JSON.stringify(node.value);
const layoutText = (node, width, height, fontStore) => {
    if ((node.props?.hyphenationCallback && node.props.cutAt === undefined) || node.exclusions?.length) return __layoutText(node, width, height, fontStore);
    const key = \`\${width} \${height} \${node.props?.hyphenationPenalty} \${node.props?.cutAt} \${__said(node)}\`;
    const known = __lines.get(key);
    if (known) return known;
    const lines = __layoutText(node, width, height, fontStore);
    if (__lines.size >= ${LINES_KEPT}) __lines.clear();
    __lines.set(key, lines);
    return lines;
};
const __layoutText = (node, width, height, fontStore) => {
`,
    1,
  ],
  // Styles are resolved once: what moves to its page keeps those that it has. Only the furniture of the page is new there.
  [
    'const resolveNodeStyles = (container) => (node) => {\n',
    "const resolveNodeStyles = (container) => (node) => {\n    if (node.styled && node.type !== 'PAGE')\n        return node;\n",
    1,
  ],
  [
    '        return Object.assign({}, node, { style, wasSplit });',
    '        return Object.assign({}, node, { style, wasSplit, styled: true });',
    1,
  ],
  [
    '    return Object.assign({}, node, { style, wasSplit, children });',
    '    return Object.assign({}, node, { style, wasSplit, children, styled: true });',
    1,
  ],
  // A first round only counts the pages, for "page x of y"; the engine would lay each of them out for nothing. A document
  // with \`countOnly\` wants no more than that.
  ['const splitPage = (page, props, { fontStore, yoga }) => {', 'const splitPage = (page, props, { fontStore, yoga, countOnly }) => {', 1],
  [
    '        const index = pageNumber - 1;\n        const nodes = instantiate(props(pageNumber), fragments);',
    '        if (countOnly) {\n            pages.push({ ...page, box, children: [] });\n            pageNumber += 1;\n            continue;\n        }\n        const index = pageNumber - 1;\n        const nodes = instantiate(props(pageNumber), fragments);',
    1,
  ],
  [
    '    const ctx1 = { totals: null, fontStore, yoga: root.yoga };',
    '    const ctx1 = { totals: null, fontStore, yoga: root.yoga, countOnly: needsTotalsRound(root) };',
    1,
  ],
  [
    '    if (!needsTotalsRound(root))\n        return round1.root;',
    '    if (!needsTotalsRound(root) || root.props?.countOnly)\n        return round1.root;',
    1,
  ],
  // The room of a page is measured once: the number of pages, which the second round knows, is set in a line that takes
  // none of it. From the page `alikeFrom` on all have the same.
  [
    '    const measureRegion = (pageNumber) => {\n',
    '    const __known = (__regions.get(page) ?? __regions.set(page, new Map()).get(page));\n    const measureRegion = (pageNumber) => {\n        const like = Math.min(pageNumber, page.props?.alikeFrom ?? Infinity);\n        if (!__known.has(like))\n            __known.set(like, __measureRegion(like));\n        return __known.get(like);\n    };\n    const __measureRegion = (pageNumber) => {\n',
    1,
  ],
  ['const paginateDocument = (root, ctx) => {\n', 'const __regions = new WeakMap();\nconst paginateDocument = (root, ctx) => {\n', 1],
  ['    const ctx2 = { ...ctx1, totals };', '    const ctx2 = { ...ctx1, totals, countOnly: false };', 1],
  // Parts whose layout is known (`templates/handout/engine/kept.ts`) are given it before anything is resolved, and new ones
  // are remembered before the pages are cut. Left out are the steps for what no paper here has: links, pictures, drawings
  // as SVG, floats, heights and corners in per cent, an order in depth. Fonts are opened before.
  [
    'const layout = asyncCompose(resolveZIndex, resolveOrigin, resolveAssets, paginationStep, resolveTextLayout, resolveFloats, resolvePercentRadius, resolveDimensions, resolveSvg, resolveAssets, resolveInheritance, resolvePercentHeight, resolvePagesPaddings, resolveStyles, resolveLinkSubstitution, resolveBookmarks, resolvePageTemplates, resolvePageSizes, resolveYoga);',
    `const __takeKept = (root) => root.props?.kept?.take(root) ?? root;
const __putKept = (root, fontStore) => {
    const settled = root.props?.kept?.put(root);
    return settled ? resolveDimensions(settled, fontStore) : root;
};
const layout = asyncCompose(resolveOrigin, paginationStep, __putKept, resolveTextLayout, resolveDimensions, resolveInheritance, resolvePagesPaddings, resolveStyles, __takeKept, resolveBookmarks, resolvePageTemplates, resolvePageSizes, resolveYoga);`,
    1,
  ],
  [
    'const relayoutPage = compose(resolveTextLayout, resolveFloats, resolvePageDimensions,',
    'const relayoutPage = compose(resolveTextLayout, resolvePageDimensions,',
    1,
  ],
  [
    'const resolveInheritance = (node) => {\n    if (isSvg$1(node))',
    'const resolveInheritance = (node) => {\n    if (node.laid || isSvg$1(node))',
    1,
  ],
  [
    'const resolveTextLayout = (node, fontStore) => {\n',
    'const resolveTextLayout = (node, fontStore) => {\n    if (node.laid)\n        return node;\n',
    1,
  ],
  // Of what is laid out already only the place is asked for.
  [
    '    const yogaNode = yoga.node.create();\n    const result = Object.assign({}, node, { yogaNode });\n    setYogaValues(result);\n',
    `    const yogaNode = yoga.node.create();
    const result = Object.assign({}, node, { yogaNode });
    if (node.laid) {
        const { style, box } = node;
        setYogaValues({ yogaNode, style: { ...style, width: box.width, height: box.height, minWidth: undefined, maxWidth: undefined, minHeight: undefined, maxHeight: undefined, flexBasis: undefined, flexGrow: undefined } });
        return result;
    }
    setYogaValues(result);
`,
    1,
  ],
  [
    '    return compose(destroyYogaNodes, freeYogaNodes, persistDimensions, calculateLayout, createYogaNodes(page, fontStore, yoga))(page);',
    `    const laidOut = calculateLayout(createYogaNodes(page, fontStore, yoga)(page));
    const persisted = persistDimensions(laidOut);
    freeYogaNodes(laidOut);
    return persisted;`,
    1,
  ],
  [
    `    const box = Object.assign(getPadding(node), getMargin(node), getBorderWidth(node), getPosition(node), getDimension(node));
    const newNode = Object.assign({}, node, { box });
    if (!node.children)
        return newNode;
    const children = node.children.map(persistDimensions);
    return Object.assign({}, newNode, { children });
`,
    `    if (node.laid)
        return Object.assign({}, node, { box: Object.assign({}, node.box, getPosition(node), getDimension(node)), yogaNode: undefined });
    const box = Object.assign(getPadding(node), getMargin(node), getBorderWidth(node), getPosition(node), getDimension(node));
    if (!node.children || isText$3(node))
        return Object.assign({}, node, { box, yogaNode: undefined });
    return Object.assign({}, node, { box, yogaNode: undefined, children: node.children.map(persistDimensions) });
`,
    1,
  ],
  // What stands whole on a page keeps the layout that it has; what is cut is laid out again.
  [
    '        return [{ ...node, box: { ...node.box, top: borderTop } }];',
    '        return [{ ...node, box: { ...node.box, top: borderTop }, laid: !node.wasSplit }];',
    1,
  ],
  [
    '                ...(isLast ? {} : ZERO_BOTTOM_STYLE),\n            },\n            ...(isFirst',
    '                ...(isLast ? {} : ZERO_BOTTOM_STYLE),\n            },\n            laid: false,\n            ...(isFirst',
    1,
  ],
  // Styles that aren't given are the engine's own in a new box, but for these two.
  [
    '    compose(setNodeHeight(node), setWidth(node.style.width)',
    `    const { style } = node;
    __SETTERS.alignContent(style.alignContent)(node);
    __SETTERS.flexShrink(style.flexShrink)(node);
    if (isPage(node)) setNodeHeight(node)(node);
    for (const name in style) {
        if (style[name] !== undefined && !(name === 'height' && isPage(node))) __SETTERS[name]?.(style[name])(node);
    }
};
const __setAllYogaValues = (node) => {
    compose(setNodeHeight(node), setWidth(node.style.width)`,
    1,
  ],
  [
    'const setYogaValues = (node) => {',
    `const __SETTERS = {
    height: setHeight, width: setWidth, minWidth: setMinWidth, maxWidth: setMaxWidth, minHeight: setMinHeight, maxHeight: setMaxHeight,
    marginTop: setMarginTop, marginRight: setMarginRight, marginBottom: setMarginBottom, marginLeft: setMarginLeft,
    paddingTop: setPaddingTop, paddingRight: setPaddingRight, paddingBottom: setPaddingBottom, paddingLeft: setPaddingLeft,
    position: setPositionType, top: setPositionTop, right: setPositionRight, bottom: setPositionBottom, left: setPositionLeft,
    borderTopWidth: setBorderTop, borderRightWidth: setBorderRight, borderBottomWidth: setBorderBottom, borderLeftWidth: setBorderLeft,
    display: setDisplay, flexDirection: setFlexDirection, alignSelf: setAlignSelf, alignContent: setAlignContent, alignItems: setAlignItems,
    justifyContent: setJustifyContent, flexWrap: setFlexWrap, overflow: setOverflow, aspectRatio: setAspectRatio, flexBasis: setFlexBasis,
    flexGrow: setFlexGrow, flexShrink: setFlexShrink, rowGap: setRowGap, columnGap: setColumnGap,
};
const setYogaValues = (node) => {`,
    1,
  ],
];

const FILES: readonly (readonly [file: RegExp, name: string, places: readonly Place[]])[] = [
  [/[\\/]@react-pdf[\\/]render[\\/]lib[\\/]index\.js$/, '@react-pdf/render', RENDER],
  [/[\\/]@react-pdf[\\/]layout[\\/]lib[\\/]index\.js$/, '@react-pdf/layout', LAYOUT],
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
