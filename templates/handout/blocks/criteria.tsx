import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Icon } from '../icons.tsx';
import { Table } from '../table.tsx';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

const WHAT = 206;
const ANSWER = 106;
/** Both in large print. */
const LARGE = [186, 150] as const;
const ICON = { standard: 11, large: 16 };

/** Block 8: each criterion with its answer as a symbol and a word, her value and its date. */
export function Criteria({ block, look, first }: BlockProps<'criteria'>): ReactNode {
  const { theme } = look;
  const [what, answer] = theme.large ? LARGE : [WHAT, ANSWER];
  const icon = theme.large ? ICON.large : ICON.standard;
  const widths = [what, answer, look.width - what - answer];
  const head = [block.head.what, block.head.answer, block.head.value];
  return (
    <>
      <Heading look={look} text={block.title} aside={block.lead} rule={!first} {...(first ? { above: 0 } : {})} />
      <Table
        look={look}
        widths={widths}
        head={head}
        rows={block.rows.map((row) => [
          { text: row.what },
          {
            draw: (width) => (
              <View style={{ width, flexDirection: 'row' }}>
                <Icon name={row.status} size={icon} stroke={3} style={{ marginTop: theme.small * 0.2, marginRight: 6 }} />
                <Words look={look} text={row.answer} width={width - icon - 12} size={theme.small} bold />
              </View>
            ),
          },
          { text: row.value },
        ])}
      />
    </>
  );
}
