import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useText } from '../../text/useText.ts';
import css from './Patients.module.css';

export interface PatientSearchProps {
  value: string;
  onChange: (value: string) => void;
  /** Arrow down: to the list. */
  onDown: () => void;
  ref: Ref<HTMLInputElement>;
}

/** Where every visit begins: a part of a name, a phone or a record number. Escape empties it. */
export function PatientSearch({ value, onChange, onDown, ref }: PatientSearchProps) {
  const t = useText();
  return (
    <SearchField
      className={css.search ?? ''}
      aria-label={t('patients.search')}
      value={value}
      onChange={onChange}
      autoFocus
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') onDown();
        else event.continuePropagation();
      }}
    >
      <Search />
      <Input ref={ref} className={css.input ?? ''} placeholder={t('patients.search')} autoComplete="off" spellCheck="false" />
      <span aria-hidden="true">
        <CommandKey id="patients.search" />
      </span>
    </SearchField>
  );
}
