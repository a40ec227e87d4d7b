import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { DoseSlot } from '#core/domain/handoutModel.ts';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { Icon } from '../icons.tsx';
import { INK, LINE, LINE_HEIGHT, type Look } from '../theme.ts';
import { Words } from '../words.tsx';

const CELL_HEIGHT = { open: 64, close: 58, large: 92 };
const GAP = 4;
/** From the cell's edge to its words, whatever the frame. */
const INSET = { left: 10, right: 8, top: 6 };

/** One cell for each time of the day: what is taken has a thick frame and a big number, an empty one says so in words. */
export function DoseSlots({ look, slots }: { look: Look; slots: readonly DoseSlot[] }): ReactNode {
  const around = look.close ? 2 : 5;
  const across = look.theme.large ? 2 : slots.length;
  const cellWidth = (look.width - GAP * (across - 1)) / across;
  return (
    <View
      {...tagged('L')}
      wrap={false}
      style={{
        flexDirection: 'row',
        justifyContent: 'space-between',
        marginTop: around,
        marginBottom: around,
        ...(look.theme.large ? { flexWrap: 'wrap', rowGap: GAP } : {}),
      }}
    >
      {each(slots, (slot) => (
        <SlotCell look={look} slot={slot} width={cellWidth} />
      ))}
    </View>
  );
}

function SlotCell({ look, slot, width }: { look: Look; slot: DoseSlot; width: number }): ReactNode {
  const { theme } = look;
  const taken = slot.units > 0;
  const frame = taken ? 2.25 : 0.75;
  const iconSize = theme.slotName + 5;
  const inner = width - INSET.left - INSET.right;
  const numberWidth = theme.doseNumber * 0.6;
  return (
    <View
      {...tagged('LI')}
      style={{
        width,
        height: theme.large ? CELL_HEIGHT.large : look.close ? CELL_HEIGHT.close : CELL_HEIGHT.open,
        borderWidth: frame,
        borderColor: taken ? INK : LINE,
        paddingLeft: INSET.left - frame,
        paddingRight: INSET.right - frame,
        paddingTop: INSET.top - frame,
      }}
    >
      <View {...tagged('LBody')}>
        <View style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
          <Words look={look} text={slot.name} width={inner - iconSize} size={theme.slotName} bold lineHeight={LINE_HEIGHT.single} />
          <Icon name={slot.slot} size={iconSize} color={taken ? INK : LINE} stroke={1.8} />
        </View>
        {taken ? (
          <View style={{ flexDirection: 'row', alignItems: 'center', marginTop: -1 }}>
            <Words
              look={look}
              text={String(slot.units)}
              width={numberWidth}
              size={theme.doseNumber}
              bold
              lineHeight={1.1}
              style={{ marginRight: 6, marginTop: -theme.doseLift }}
            />
            <View>
              <Words look={look} text={slot.unitName} width={inner - numberWidth - 6} size={theme.slotName - 1} bold lineHeight={1.2} />
              {slot.time && <Words look={look} text={slot.time} width={inner - numberWidth - 6} size={theme.small} lineHeight={1.2} />}
            </View>
          </View>
        ) : (
          <Words
            look={look}
            text={slot.unitName}
            width={inner}
            size={theme.small}
            lineHeight={LINE_HEIGHT.furniture}
            style={{ marginTop: 6 }}
          />
        )}
      </View>
    </View>
  );
}
