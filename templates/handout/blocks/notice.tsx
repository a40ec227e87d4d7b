import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { Heading } from '../heading.tsx';
import { TickBox } from '../rows.tsx';
import { THUMB, ThumbBox, WriteLine } from '../signing.tsx';
import { LINE, LINE_HEIGHT, type Look } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

const LABEL = 92;
/** A danda at the end of a line may stand out by a little. */
const OVERHANG = 4;
const BOX = 13;

/** Of what is read; less only where the page would not hold it. */
const lineHeightOf = (look: Look) => (look.close ? LINE_HEIGHT.single : LINE_HEIGHT.body);

/** What she is told, part by part: its name at the left, its sentences at the right. */
function Parts({ block, look }: Pick<BlockProps<'notice'>, 'block' | 'look'>): ReactNode {
  const width = look.width - LABEL - OVERHANG;
  return each(block.parts, ({ title, lines }) => (
    <View
      {...tagged('TR')}
      wrap={false}
      style={{
        flexDirection: 'row',
        borderTopWidth: 0.75,
        borderTopColor: LINE,
        paddingTop: look.close ? 1 : 3,
        paddingBottom: look.close ? 1 : 3,
      }}
    >
      <Words look={look} text={title} width={LABEL} bold lineHeight={LINE_HEIGHT.single} tag="TH" scope="Row" style={{ paddingRight: 8 }} />
      <View {...tagged('TD')} style={{ width }}>
        {each(lines, (line) => (
          <Words look={look} text={line} width={width} lineHeight={lineHeightOf(look)} style={{ marginBottom: look.close ? 1.5 : 0.5 }} />
        ))}
      </View>
    </View>
  ));
}

/** Her two answers, each with a box to tick. */
function Answers({ look, width, lines }: { look: Look; width: number; lines: readonly string[] }): ReactNode {
  return each(lines, (line) => (
    <View {...tagged('LI')} wrap={false} style={{ flexDirection: 'row', marginTop: 3 }}>
      <View style={{ marginTop: 2, marginRight: 8 }}>
        <TickBox size={BOX} />
      </View>
      <Words look={look} text={line} width={width - BOX - 8} lineHeight={lineHeightOf(look)} tag="LBody" />
    </View>
  ));
}

type Sign = NonNullable<BlockProps<'notice'>['block']['sign']>;

/** Her answer with a box for each, and the lines for her, her reader and a witness beside the box for a thumb. */
function Signing({ block, look, sign }: Pick<BlockProps<'notice'>, 'block' | 'look'> & { sign: Sign }): ReactNode {
  const { agree } = block;
  const gap = 12;
  const left = look.width - THUMB.width - gap;
  const row = (first: string, second: string, part = 0.5) => [
    { text: first, width: left * part - gap / 2 },
    { text: second, width: left * (1 - part) - gap / 2 },
  ];
  const rows = [row(sign.signature, sign.date, 0.66), row(sign.readAloud, sign.readBy), row(sign.witness, sign.witnessSignature, 0.6)];
  return (
    <View wrap={false} style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
      <View style={{ width: left }}>
        <Words look={look} text={agree.text} width={left} lineHeight={lineHeightOf(look)} />
        <Answers look={look} width={left} lines={[agree.given, agree.notGiven]} />
        {each(rows, (row) => (
          <View style={{ flexDirection: 'row', columnGap: gap }}>
            {each(row, (line) => (
              <WriteLine look={look} {...line} />
            ))}
          </View>
        ))}
      </View>
      <View style={{ width: THUMB.width, marginTop: 4 }}>
        <ThumbBox alt={sign.thumbprint} />
        <Words look={look} text={sign.thumbprint} width={THUMB.width} size={look.theme.small} lineHeight={LINE_HEIGHT.furniture} />
      </View>
    </View>
  );
}

/** The data-protection notice: one page, set close where a long name leaves less room, with the place for her signature or thumb where it is signed. */
export function NoticeBlock({ block, look }: BlockProps<'notice'>): ReactNode {
  const { sign, agree } = block;
  return (
    <>
      <Heading look={look} text={block.title} rule={false} above={look.close ? 2 : 8} />
      <Words
        look={look}
        text={block.lead}
        width={look.width}
        lineHeight={lineHeightOf(look)}
        style={{ marginBottom: look.close ? 2 : 5 }}
      />
      <Parts block={block} look={look} />
      <Heading look={look} text={agree.title} above={look.close ? 2 : 6} />
      {sign ? (
        <Signing block={block} look={look} sign={sign} />
      ) : (
        <>
          <Words look={look} text={agree.text} width={look.width} lineHeight={lineHeightOf(look)} />
          {each([agree.given, agree.notGiven], (line) => (
            <Words look={look} text={line} width={look.width} lineHeight={lineHeightOf(look)} />
          ))}
        </>
      )}
    </>
  );
}
