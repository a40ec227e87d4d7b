import { Search } from 'lucide-react';
import type { KeyboardEvent, PointerEvent, ReactNode, Ref } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './SearchBox.module.css';

export interface SearchBoxProps {
  label: string;
  /** Left out in an Autocomplete, which holds what is typed. */
  value?: string;
  onChange?: (value: string) => void;
  /** Arrow down: to the list below. */
  onDown?: () => void;
  /** Whether the list of its Autocomplete is shown: arrows and Enter act on that while the focus stays here. */
  listShown?: boolean;
  /** A key of that list comes here first; what stops it keeps it from the list. */
  onKeyFirst?: (event: KeyboardEvent<HTMLInputElement>) => void;
  maxLength?: number;
  autoFocus?: boolean;
  size?: 'small' | 'large';
  className?: string | undefined;
  /** At the end of the box. */
  children?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** A click into the box leaves the mark in its list where it is: Enter still acts on that. */
const KEEPS_MARK = { onPointerDownCapture: (event: PointerEvent) => event.stopPropagation() };

/** A box that searches while a person types. Escape empties it. */
export function SearchBox(props: SearchBoxProps) {
  const { label, value, onChange, onDown, listShown, onKeyFirst, maxLength, autoFocus, size, className, children, ref } = props;
  return (
    <SearchField
      className={cx(css.search, size && css[size], className)}
      aria-label={label}
      {...(value === undefined ? {} : { value })}
      {...(onChange ? { onChange } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(autoFocus ? { autoFocus: true } : {})}
      {...(listShown === undefined
        ? {
            onKeyDown: (event) => {
              if (event.key === 'ArrowDown' && onDown) onDown();
              else event.continuePropagation();
            },
          }
        : {})}
    >
      <Search />
      <Input
        {...(ref ? { ref } : {})}
        className={css.input ?? ''}
        placeholder={label}
        autoComplete="off"
        spellCheck="false"
        {...(listShown === undefined ? {} : { role: 'combobox', 'aria-expanded': listShown, 'aria-haspopup': 'listbox', ...KEEPS_MARK })}
        {...(onKeyFirst ? { onKeyDownCapture: onKeyFirst } : {})}
      />
      {children}
    </SearchField>
  );
}
