import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { Heading } from '../heading.tsx';
import { LINE_HEIGHT } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

/** Block 13: her questions and the common ones, each kept with its answer. */
export function Questions({ block, look, first }: BlockProps<'questions'>): ReactNode {
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 10} />
      {each(block.items, (item) => (
        <View wrap={false} style={{ marginBottom: 5 }}>
          <Words look={look} text={item.question} width={look.measure} bold />
          <Words look={look} text={item.answer} width={look.measure} lineHeight={LINE_HEIGHT.running} />
        </View>
      ))}
    </>
  );
}
