import { Search } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Input, SearchField } from 'react-aria-components';
import css from './SearchBox.module.css';

export interface SearchBoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Arrow down: to the list below. */
  onDown?: () => void;
  autoFocus?: boolean;
  /** At the end of the box. */
  children?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** A box that searches while a person types. Escape empties it. */
export function SearchBox({ label, value, onChange, onDown, autoFocus, children, ref }: SearchBoxProps) {
  return (
    <SearchField
      className={css.search ?? ''}
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(autoFocus ? { autoFocus: true } : {})}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && onDown) onDown();
        else event.continuePropagation();
      }}
    >
      <Search />
      <Input {...(ref ? { ref } : {})} className={css.input ?? ''} placeholder={label} autoComplete="off" spellCheck="false" />
      {children}
    </SearchField>
  );
}
