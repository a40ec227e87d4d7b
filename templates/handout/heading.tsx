import type { ReactNode } from 'react';
import { ACCENT, LINE_HEIGHT, type Look } from './theme.ts';
import { Words } from './words.tsx';

/**
 * The title of a block, with a rule above it and an entry in the bookmarks. It stands beside what it heads, never in a
 * box around it: only so does the engine keep it with what follows.
 */
export function Heading(props: { look: Look; text: string; rule?: boolean; above?: number; below?: number; ahead?: number }): ReactNode {
  const { look, text, rule = true, above = 10, below = 4, ahead = 70 } = props;
  return (
    <Words
      look={look}
      text={text}
      width={look.width}
      size={look.theme.heading}
      bold
      color={ACCENT}
      lineHeight={LINE_HEIGHT.single}
      ahead={ahead}
      bookmark={text}
      style={{ marginTop: above, marginBottom: below, ...(rule ? { borderTopWidth: 1.5, borderTopColor: ACCENT, paddingTop: 4 } : {}) }}
    />
  );
}
