import type { Ref } from 'react';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useText } from '../../text/useText.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';

export interface PatientSearchProps {
  value: string;
  onChange: (value: string) => void;
  /** Arrow down: to the list. */
  onDown: () => void;
  ref: Ref<HTMLInputElement>;
}

/** Where every visit begins: a part of a name, a phone or a record number. */
export function PatientSearch({ value, onChange, onDown, ref }: PatientSearchProps) {
  const t = useText();
  return (
    <SearchBox label={t('patients.search')} value={value} onChange={onChange} onDown={onDown} autoFocus ref={ref}>
      <span aria-hidden="true">
        <CommandKey id="patients.search" />
      </span>
    </SearchBox>
  );
}
