import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { BesideMark } from '../frame.tsx';
import { ACCENT, INK, LINE_HEIGHT, type Look, PAPER_WHITE } from '../theme.ts';
import { Words } from '../words.tsx';
import { Replaces } from './replaces.tsx';

/** A longer name, in letters, takes more than half of the width. */
const SHORT_NAME = 22;

/**
 * Blocks 1 and 2: who the clinic is and how to reach it, and whose paper this is. `pointer` says under the numbers where
 * the red flags are, when page 1 has no room for them: in a black bar, like theirs.
 */
export function BandAndIdentity(props: { look: Look; model: HandoutModel; pointer?: string }): ReactNode {
  const { look, model, pointer } = props;
  const { theme } = look;
  const nameWidth = model.identity.name.length > SHORT_NAME ? look.width * 0.56 : 196;
  const factsWidth = look.width - nameWidth - 5;
  const rule = { borderTopWidth: 1.5, borderTopColor: ACCENT, borderBottomWidth: 1.5, borderBottomColor: ACCENT } as const;
  return (
    <>
      <BesideMark look={look} mark={model.furniture.mark}>
        <Words
          look={look}
          text={model.band.name}
          width={look.width}
          snug
          size={theme.body + 2}
          bold
          color={ACCENT}
          lineHeight={1.2}
          tag="H1"
        />
      </BesideMark>
      <Words look={look} text={model.band.address} width={look.width} wide size={theme.small} lineHeight={LINE_HEIGHT.furniture} />
      <Words
        look={look}
        text={model.band.phones.map((phone) => `${phone.label} *${phone.text}*`).join('     ')}
        width={look.width}
        wide
        size={theme.small}
        lineHeight={LINE_HEIGHT.furniture}
        style={{ marginBottom: 5 }}
      />
      {pointer && (
        <Words
          look={look}
          text={pointer}
          width={look.width}
          size={theme.phone}
          bold
          color={PAPER_WHITE}
          lineHeight={LINE_HEIGHT.single}
          style={{ backgroundColor: INK, paddingHorizontal: 9, paddingTop: 2, paddingBottom: 4, marginBottom: 6 }}
        />
      )}
      <View style={{ ...rule, paddingTop: 3, paddingBottom: 3, flexDirection: 'row', justifyContent: 'space-between' }}>
        <View style={{ width: nameWidth }}>
          <Words look={look} text={model.identity.name} width={nameWidth} size={theme.body + 3} bold lineHeight={LINE_HEIGHT.single} />
          <Words look={look} text={model.identity.record} width={nameWidth} size={theme.small} lineHeight={LINE_HEIGHT.furniture} />
        </View>
        <View style={{ width: factsWidth }}>
          <Words look={look} text={model.identity.age} width={factsWidth} size={theme.small} lineHeight={LINE_HEIGHT.furniture} />
          <Words
            look={look}
            text={`${model.identity.visit} · ${model.identity.doctor}`}
            width={factsWidth}
            size={theme.small}
            lineHeight={LINE_HEIGHT.furniture}
          />
        </View>
      </View>
      {model.replaces ? <Replaces look={look} text={model.replaces} /> : null}
    </>
  );
}
