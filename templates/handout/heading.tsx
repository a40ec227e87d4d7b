import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { ACCENT, LINE_HEIGHT, type Look } from './theme.ts';
import { Words } from './words.tsx';

/** White above a title. */
const ABOVE = 4;
/** Two lines of text: less under a title looks lost. Of what can't be cut, the whole stands on the page of the title. */
const AHEAD = 30;

/**
 * The title of a block, with a rule above it and an entry in the bookmarks. It stands beside what it heads, never in a
 * box around it: only so does the engine keep it with what follows. `aside` is a short line at the right end of
 * the title's own line.
 */
export function Heading(props: { look: Look; text: string; aside?: string; rule?: boolean; above?: number; below?: number }): ReactNode {
  const { look, text, aside, rule = true, above = ABOVE, below = 2 } = props;
  const style = { marginTop: above, marginBottom: below, ...(rule ? { borderTopWidth: 1.5, borderTopColor: ACCENT, paddingTop: 2 } : {}) };
  const title = {
    look,
    text,
    size: look.theme.heading,
    bold: true,
    color: ACCENT,
    lineHeight: LINE_HEIGHT.single,
    bookmark: text,
    tag: 'H2',
  } as const;
  if (aside === undefined) return <Words {...title} width={look.width} ahead={AHEAD} style={style} />;
  return (
    <View
      wrap={false}
      minPresenceAhead={AHEAD}
      style={{ ...style, flexDirection: 'row', flexWrap: 'wrap', alignItems: 'flex-end', justifyContent: 'space-between', columnGap: 8 }}
    >
      <Words {...title} width={look.width} snug />
      <Words look={look} text={aside} width={look.width} snug size={look.theme.small} lineHeight={LINE_HEIGHT.furniture} />
    </View>
  );
}
