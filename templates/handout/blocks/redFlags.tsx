import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { Icon } from '../icons.tsx';
import { INK, LINE_HEIGHT, PAPER_WHITE } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

const FRAME = 3;
const PAD = 10;

/** Block 5: when to call at once. A black bar, a thick frame and square bullets: known by shape and weight alone. */
export function RedFlags({ block, look }: BlockProps<'redFlags'>): ReactNode {
  const { theme } = look;
  const inner = look.width - 2 * (FRAME + PAD);
  const columns = theme.large ? 1 : 2;
  const columnWidth = inner / columns;
  const half = Math.ceil(block.signs.length / columns);
  const titleSize = theme.phone + 3;
  const titleWidth = theme.large ? inner : Math.min(inner * 0.5, block.title.length * titleSize * 0.64);
  const phoneWidth = (theme.large ? inner : inner - titleWidth) - theme.phone - 20;
  return (
    <View wrap={false} style={{ borderWidth: FRAME, borderColor: INK, marginTop: 4 }}>
      {/* The bar reaches under the frame: a hairline would show between them. */}
      <View
        style={{
          backgroundColor: INK,
          margin: -1,
          paddingHorizontal: PAD,
          paddingTop: 3,
          paddingBottom: 6,
          ...(theme.large ? {} : { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'center' }),
        }}
      >
        <Words
          look={look}
          text={block.title}
          width={titleWidth}
          size={titleSize}
          bold
          color={PAPER_WHITE}
          lineHeight={LINE_HEIGHT.single}
          bookmark={block.title}
          tag="H2"
        />
        <View style={{ flexDirection: 'row', alignItems: 'center' }}>
          <Icon name="phone" color={PAPER_WHITE} size={theme.phone + 6} style={{ marginRight: 9 }} />
          <View>
            {each(block.phones, (phone) => (
              <Words
                look={look}
                text={`${phone.label} ${phone.text}`}
                width={phoneWidth}
                snug
                size={theme.phone}
                bold
                color={PAPER_WHITE}
                lineHeight={1.15}
              />
            ))}
          </View>
        </View>
      </View>
      <View {...tagged('L')} style={{ flexDirection: 'row', paddingHorizontal: PAD, paddingTop: 3 }}>
        {each(theme.large ? [block.signs] : [block.signs.slice(0, half), block.signs.slice(half)], (signs) => (
          <View style={{ width: columnWidth }}>
            {each(signs, (sign) => (
              <View {...tagged('LI')} style={{ flexDirection: 'row' }}>
                <View style={{ width: 5.5, height: 5.5, backgroundColor: INK, marginTop: theme.body * 0.5, marginRight: 7 }} />
                <Words look={look} text={sign} width={columnWidth - 16} tag="LBody" />
              </View>
            ))}
          </View>
        ))}
      </View>
      <Words look={look} text={block.call} width={inner} bold style={{ marginLeft: PAD, marginTop: 2 }} />
      <View style={{ borderTopWidth: 1.5, borderTopColor: INK, marginTop: 3, paddingTop: 3, paddingBottom: 4, paddingHorizontal: PAD }}>
        <Words look={look} text={block.emergency} width={inner} />
        <Words look={look} text={block.show} width={inner} />
      </View>
    </View>
  );
}
