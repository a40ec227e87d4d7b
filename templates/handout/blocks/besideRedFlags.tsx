import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { type Beside, Row, sectionsOf } from '../beside.tsx';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { INK, LINE_HEIGHT, PAPER_WHITE } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

type Block = BlockProps<'redFlags'>['block'];

const FRAME = 3;
const PAD = 7;
const SQUARE = 5.5;
const SQUARE_GAP = 6;

/** Block 5: one box over both columns, each sign beside its other self. */
export function RedFlagsBeside({ beside: wide, blocks }: { beside: Beside; blocks: readonly [Block, Block] }): ReactNode {
  const sections = sectionsOf(wide);
  const beside = narrower(wide, FRAME + PAD);
  const row = (cell: (block: Block, look: Beside['page']) => ReactNode, white: { above?: number; below?: number } = {}) => (
    <Row
      beside={beside}
      sections={sections}
      cell={(look, column) => cell(blocks[column], look)}
      style={{ paddingHorizontal: PAD }}
      {...white}
    />
  );
  return (
    <View wrap={false} style={{ borderWidth: FRAME, borderColor: INK, marginTop: 4 }}>
      {/* The bar reaches under the frame: a hairline would show between them. */}
      <View style={{ backgroundColor: INK, margin: -1, paddingHorizontal: 1, paddingTop: 2, paddingBottom: 5 }}>
        {row(({ title, phones }, look) => (
          <>
            <Words
              look={look}
              text={title}
              width={look.width}
              size={look.theme.phone + 2}
              bold
              color={PAPER_WHITE}
              lineHeight={LINE_HEIGHT.single}
              bookmark={title}
              tag="H2"
            />
            {each(phones, ({ label, text }) => (
              <Words
                look={look}
                text={`${label} ${text}`}
                width={look.width}
                size={look.theme.body}
                bold
                color={PAPER_WHITE}
                lineHeight={1.2}
              />
            ))}
          </>
        ))}
      </View>
      {each(blocks[0].signs, (_, index) =>
        row(
          ({ signs }, look) => (
            <View {...tagged('LI')} style={{ flexDirection: 'row' }}>
              <View
                style={{ width: SQUARE, height: SQUARE, backgroundColor: INK, marginTop: look.theme.body * 0.5, marginRight: SQUARE_GAP }}
              />
              <Words look={look} text={signs[index] ?? ''} width={look.width - SQUARE - SQUARE_GAP} tag="LBody" />
            </View>
          ),
          index === 0 ? { above: 2 } : {},
        ),
      )}
      {row(({ call }, look) => (
        <Words look={look} text={call} width={look.width} bold />
      ))}
      <View style={{ borderTopWidth: 1.5, borderTopColor: INK, marginTop: 2 }}>
        {row(
          ({ emergency, show }, look) => (
            <>
              <Words look={look} text={emergency} width={look.width} />
              <Words look={look} text={show} width={look.width} />
            </>
          ),
          { above: 1, below: 3 },
        )}
      </View>
    </View>
  );
}

/** Both columns narrower by half of what a frame takes on each side. */
function narrower(beside: Beside, side: number): Beside {
  const [one, two] = beside.columns;
  return {
    ...beside,
    columns: [
      { ...one, width: one.width - side },
      { ...two, width: two.width - side },
    ],
  };
}
