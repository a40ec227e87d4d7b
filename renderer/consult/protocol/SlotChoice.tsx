import { SLOTS, type Slot } from '#core/domain/answers.ts';
import { orderedSlots } from '#core/domain/course.ts';
import { useText } from '../../text/useText.ts';
import { Select } from '../../ui/Select.tsx';
import { useConsult } from '../answers/ConsultContext.ts';

export interface SlotChoiceProps {
  label: string;
  /** The words for the natural one: the first or the last of the day. */
  natural: string;
  value: Slot | undefined;
  onChange: (slot: Slot | undefined) => void;
}

/** Which dose of the day is the first or the last of all; offered only where a day has more than one. */
export function SlotChoice({ label, natural, value, onChange }: SlotChoiceProps) {
  const t = useText();
  const { answers } = useConsult();
  const used = answers.program.units ? orderedSlots(answers.program.units) : [];
  if (used.length < 2 && !value) return null;
  const offered = SLOTS.filter((slot) => used.includes(slot) || slot === value);
  return (
    <Select
      label={label}
      choices={[{ value: 'natural', label: natural }, ...offered.map((slot) => ({ value: slot, label: t(`protocol.slot.${slot}`) }))]}
      value={value ?? 'natural'}
      onChange={(next) => onChange(SLOTS.find((slot) => slot === next))}
    />
  );
}

/** An answer without the parts that are not given. */
export function withoutEmpty<Value extends object>(value: { [Part in keyof Value]: Value[Part] | undefined }): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
}
