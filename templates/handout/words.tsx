import { type Styles, Text } from '@react-pdf/renderer';
import { createElement, type ReactNode } from 'react';
import { type Tag, tagged } from './engine/tags.ts';
import { measureOf } from './measure.ts';
import { cutWord, hasLongWord, runsOf, wordLimit } from './runs.ts';
import { INK, LINE_HEIGHT, type Look } from './theme.ts';

export type Style = Styles[string];

/** A box of a row is kept on one page up to this part of the page; a longer one goes on, line by line, on the next. */
const MOST_OF_PAGE = 0.55;

/**
 * Whether a row of texts beside each other may be kept on one page: one that is about as high as a page would run over the
 * footer and be lost.
 */
export function keptWhole(look: Look, cells: readonly { text: string; width: number; size: number }[]): boolean {
  const room = look.page.height * MOST_OF_PAGE;
  return cells.every(({ text, width, size }) => text.length * size * AVERAGE_LETTER * size * look.theme.running < room * width);
}
/** Width of a letter in a line as a part of the type size, with the ragged end of the line. */
const AVERAGE_LETTER = 0.55;

/** Above every cost of a loose line: a word is cut only when nothing else helps. */
const CUT_RELUCTANTLY = 5000;
/** The engine's "never": it otherwise sees a place to break wherever the font changes inside a word. */
const NEVER_CUT = 10_000;

/**
 * A text with its `*bold*` runs, at `size` points. A text that may need more than one line has a `width`: without one its
 * lines break early. `snug` makes the width a limit for a text that is as wide as its words. No line holds more letters than
 * is good to read, however wide the text may be; only what names and never tells (`wide`) takes the whole of it.
 * Line height stands on each text and never on the page, where the engine would drop the footer.
 */
export function Words(props: {
  look: Look;
  text: string;
  width: number;
  snug?: boolean;
  wide?: boolean;
  size?: number;
  bold?: boolean;
  color?: string;
  lineHeight?: number;
  style?: Style;
  /** Points of content that have to follow on the same page. */
  ahead?: number;
  bookmark?: string;
  /** What it is besides a paragraph; `scope` says what a head cell heads. */
  tag?: Tag;
  scope?: 'Column' | 'Row';
}): ReactNode {
  const { look, text, width, ahead, bookmark, tag = 'P', scope } = props;
  const { theme } = look;
  const size = props.size ?? theme.body;
  const limit = wordLimit(width, size);
  const long = hasLongWord(text, limit);
  const measure = props.wide ? undefined : measureOf(text, theme.family, props.bold ?? false);
  const most = Math.min(width, measure === undefined ? width : measure * size);
  const style: Style = {
    fontSize: size,
    lineHeight: props.lineHeight ?? LINE_HEIGHT.body,
    ...(props.snug ? { maxWidth: most } : { width }),
    ...(look.otherFace ? { fontFamily: theme.family } : {}),
    ...(props.bold ? { fontWeight: 700 } : {}),
    ...(props.color && props.color !== INK ? { color: props.color } : {}),
    ...props.style,
    ...(most < width && !props.snug ? { paddingRight: width - most } : {}),
  };
  const further = {
    ...(ahead ? { minPresenceAhead: ahead } : {}),
    ...(bookmark ? { bookmark } : {}),
    ...(long ? { hyphenationCallback: (word: string) => cutWord(word, limit), cutAt: limit } : {}),
    ...tagged(tag, scope ? { scope } : {}),
    hyphenationPenalty: long ? CUT_RELUCTANTLY : NEVER_CUT,
  };
  const runs = runsOf(text, theme.family).map((run) => {
    if (!run.bold && run.family === theme.family) return run.text;
    const runStyle: Style = {
      ...(run.bold ? { fontWeight: 700 } : {}),
      ...(run.family === theme.family ? {} : { fontFamily: run.family }),
    };
    return createElement(Text, { style: runStyle }, run.text);
  });
  return createElement(Text, { ...further, style }, ...runs);
}
