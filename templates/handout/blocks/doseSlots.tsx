import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { DoseSlot } from '#core/domain/handoutModel.ts';
import type { Sections } from '../beside.tsx';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { Icon } from '../icons.tsx';
import { INK, LINE, LINE_HEIGHT, type Look } from '../theme.ts';
import { Words } from '../words.tsx';

/** `ofTwo`: of the first language's words in a cell with both. */
const CELL_HEIGHT = { open: 64, large: 92, ofTwo: 52, closeOfTwo: 50 };
const GAP = 4;
/** From the cell's edge to its words, whatever the frame. */
const INSET = { left: 10, right: 8, top: 6 };

/** The same slots in the second language, whose words stand under those of the first in each cell. */
interface OtherSlots {
  look: Look;
  slots: readonly DoseSlot[];
  sections: Sections;
}

/** One cell for each time of the day: what is taken has a thick frame and a big number, an empty one says so in words. */
export function DoseSlots({ look, slots, beside }: { look: Look; slots: readonly DoseSlot[]; beside?: OtherSlots }): ReactNode {
  const around = look.close ? 2 : 5;
  const across = look.theme.large ? 2 : slots.length;
  const cellWidth = (look.width - GAP * (across - 1)) / across;
  return (
    <View
      {...(beside ? {} : tagged('L'))}
      wrap={false}
      style={{
        flexDirection: 'row',
        justifyContent: 'space-between',
        marginTop: around,
        marginBottom: around,
        ...(look.theme.large ? { flexWrap: 'wrap', rowGap: GAP } : {}),
      }}
    >
      {each(slots, (slot, index) => {
        const other = beside?.slots[index];
        return beside && other ? (
          <CellOfBoth look={look} slot={slot} width={cellWidth} beside={beside} other={other} />
        ) : (
          <SlotCell look={look} slot={slot} width={cellWidth} />
        );
      })}
    </View>
  );
}

/** The frame of a cell: thick where something is taken. */
const frameOf = ({ units }: DoseSlot) => (units > 0 ? { width: 2.25, color: INK } : { width: 0.75, color: LINE });

function SlotCell({ look, slot, width }: { look: Look; slot: DoseSlot; width: number }): ReactNode {
  const frame = frameOf(slot);
  return (
    <View
      {...tagged('LI')}
      style={{
        width,
        height: look.theme.large ? CELL_HEIGHT.large : look.close ? look.theme.closeCell : CELL_HEIGHT.open,
        borderWidth: frame.width,
        borderColor: frame.color,
        paddingLeft: INSET.left - frame.width,
        paddingRight: INSET.right - frame.width,
        paddingTop: INSET.top - frame.width,
      }}
    >
      <SlotWords look={look} slot={slot} inner={width - INSET.left - INSET.right} />
    </View>
  );
}

/** A cell with both languages: the big number stands in it once, the words of the second under those of the first. */
function CellOfBoth(props: { look: Look; slot: DoseSlot; width: number; beside: OtherSlots; other: DoseSlot }): ReactNode {
  const { look, slot, width, other, beside } = props;
  const frame = frameOf(slot);
  const inner = width - INSET.left - INSET.right;
  const dose = other.units > 0 ? [`${other.units} ${other.unitName}`, other.time].filter(Boolean).join(', ') : other.unitName;
  return (
    <View
      style={{
        width,
        borderWidth: frame.width,
        borderColor: frame.color,
        paddingLeft: INSET.left - frame.width,
        paddingRight: INSET.right - frame.width,
        paddingTop: INSET.top - frame.width,
        paddingBottom: 3,
      }}
    >
      <View {...beside.sections[0]}>
        <View {...tagged('LI')} style={{ height: look.close ? CELL_HEIGHT.closeOfTwo : CELL_HEIGHT.ofTwo }}>
          <SlotWords look={look} slot={slot} inner={inner} />
        </View>
      </View>
      <View {...beside.sections[1]}>
        <View {...tagged('LI')}>
          <View {...tagged('LBody')}>
            {each([`*${other.name}*`, dose], (text) => (
              <Words
                look={beside.look}
                text={text}
                width={inner + INSET.right - 3}
                size={beside.look.theme.small}
                lineHeight={LINE_HEIGHT.single}
              />
            ))}
          </View>
        </View>
      </View>
    </View>
  );
}

/** Name and sign of the time of day, and what is taken then. */
function SlotWords({ look, slot, inner }: { look: Look; slot: DoseSlot; inner: number }): ReactNode {
  const { theme } = look;
  const taken = slot.units > 0;
  const iconSize = theme.slotName + 5;
  const numberWidth = theme.doseNumber * 0.6;
  return (
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
  );
}
