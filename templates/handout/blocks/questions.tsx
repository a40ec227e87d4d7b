import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { Heading } from '../heading.tsx';
import { keptWhole, Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

/** Points of what follows that the last question needs on its page: so the end of the paper never stands alone on one. */
export const WITH_THE_END = { minPresenceAhead: 150 };

/** Block 13: her questions and the common ones, each in bold and kept with its answer, which follows it in the same lines. */
export function Questions({ block, look, first }: BlockProps<'questions'>): ReactNode {
  const lines = block.items.map(({ question, answer }) => `*${question}* ${answer}`);
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} {...(first ? { above: 0 } : {})} />
      {each(lines, (line, index) => (
        <View
          {...tagged('LI')}
          wrap={!keptWhole(look, [{ text: line, width: look.width, size: look.theme.body }])}
          {...(index === lines.length - 1 ? WITH_THE_END : {})}
          style={{ marginBottom: 2 }}
        >
          <Words look={look} text={line} width={look.width} lineHeight={look.theme.running} tag="LBody" />
        </View>
      ))}
    </>
  );
}
