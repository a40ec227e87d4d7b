import type { Choice } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';

const ALL = 'all';

export interface ChoiceFilterProps<Value extends string> {
  label: string;
  /** What the choice that leaves everything in is called. */
  all: string;
  choices: readonly Choice<Value>[];
  /** Undefined: everything. */
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** One part of a filter: a choice of all, or of one. */
export function ChoiceFilter<Value extends string>({ label, all, choices, value, onChange }: ChoiceFilterProps<Value>) {
  return (
    <Select<Value | typeof ALL>
      label={label}
      choices={[{ value: ALL, label: all }, ...choices]}
      value={value ?? ALL}
      onChange={(chosen) => onChange(choices.find((choice) => choice.value === chosen)?.value)}
    />
  );
}
