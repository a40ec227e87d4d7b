import type { ReactNode } from 'react';
import { INK, LINE_HEIGHT, type Look } from '../theme.ts';
import { Words } from '../words.tsx';

const SIDE = 6;

/** Under the identity of page 1 on an amended paper: which paper to throw away, and what is changed. */
export function Replaces(props: { look: Look; text: string }): ReactNode {
  const { look, text } = props;
  return (
    <Words
      look={look}
      text={text}
      width={look.width}
      size={look.theme.small}
      lineHeight={LINE_HEIGHT.furniture}
      style={{ borderWidth: 1.2, borderColor: INK, paddingHorizontal: SIDE, paddingTop: 1, paddingBottom: 2, marginTop: 4 }}
    />
  );
}
