import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { Heading } from '../heading.tsx';
import { LabelRows, Paragraph } from '../rows.tsx';
import { THUMB, ThumbBox, WriteLine } from '../signing.tsx';
import { LINE, LINE_HEIGHT, type Look } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

const GAP = 12;
/** Width of "said" and "not said". */
const STATE = 110;

/** What was said, a row each: a said one in bold, so that it is seen without a colour too. */
function Said({ block, look }: Pick<BlockProps<'clinicCopy'>, 'block' | 'look'>): ReactNode {
  return each(block.said, ({ label, text, isSaid }) => (
    <View
      {...tagged('TR')}
      wrap={false}
      style={{ flexDirection: 'row', borderTopWidth: 0.75, borderTopColor: LINE, paddingTop: 3, paddingBottom: 3 }}
    >
      <Words look={look} text={label} width={look.width - STATE} tag="TH" scope="Row" style={{ paddingRight: 8 }} />
      <Words look={look} text={text} width={STATE} bold={isSaid} tag="TD" />
    </View>
  ));
}

/** Two lines to write on beside each other; `part` is the share of the first. */
function Pair(props: { look: Look; width: number; first: string; second: string; part: number }): ReactNode {
  const { look, width, first, second, part } = props;
  const own = width - GAP;
  return (
    <View style={{ flexDirection: 'row', columnGap: GAP }}>
      <WriteLine look={look} text={first} width={own * part} />
      <WriteLine look={look} text={second} width={own * (1 - part)} />
    </View>
  );
}

/** Block 15: the page that the clinic keeps. */
export function ClinicCopy({ block, look }: BlockProps<'clinicCopy'>): ReactNode {
  const { sign } = block;
  const left = look.width - THUMB.width - 2 * GAP;
  return (
    <>
      <Heading look={look} text={block.title} rule={false} above={8} />
      <Paragraph look={look} text={block.lead} below={5} />
      <LabelRows look={look} rows={block.rows} labelWidth={look.theme.teachBackLabel} size={look.theme.body} gap={1} />
      {block.talkLanguage === undefined ? null : <WriteLine look={look} text={block.talkLanguage} width={left} />}
      <Heading look={look} text={block.saidTitle} />
      <Said block={block} look={look} />
      <Heading look={look} text={block.signTitle} />
      <Words look={look} text={block.agree} width={look.width} lineHeight={look.theme.running} />
      <View wrap={false} style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
        <View style={{ width: left }}>
          <Pair look={look} width={left} first={sign.signature} second={sign.date} part={0.66} />
          <Pair look={look} width={left} first={sign.readAloud} second={sign.readBy} part={0.5} />
          <Pair look={look} width={left} first={sign.witness} second={sign.relation} part={0.5} />
          <Pair look={look} width={left} first={sign.witnessSignature} second={sign.doctor} part={0.5} />
        </View>
        <View style={{ width: THUMB.width, marginTop: 8 }}>
          <ThumbBox alt={sign.thumbBox} />
          <Words look={look} text={sign.thumbprint} width={THUMB.width} size={look.theme.small} lineHeight={LINE_HEIGHT.furniture} />
        </View>
      </View>
    </>
  );
}
