import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem, type ListBoxItemProps } from 'react-aria-components';
import { sharedNames } from '#core/domain/similarNames.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { useLate } from '../../ui/useLate.ts';
import css from './Find.module.css';
import { FoundRow } from './FoundRow.tsx';
import { findTrouble } from './findState.ts';
import { useFound } from './useFound.ts';

/** The search gives no more rows than these. */
const MOST_FOUND = 50;
/** These move the cursor in what was typed; somebody stays chosen in the list. */
const CURSOR_KEYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** An option that says so when it is the one that Enter takes. */
const markedOption: NonNullable<ListBoxItemProps['render']> = (dom, { isFocused }) =>
  'href' in dom ? <a {...dom} /> : <div {...dom} role="option" tabIndex={-1} aria-selected={isFocused} />;

/**
 * Finds somebody at the desk while a person types. Arrows go through those who were found, Enter takes one, Escape empties
 * the box. Enter before the answer is there waits for it, so that nobody of the answer before is taken.
 */
export function Find({ onChoose }: { onChoose: (id: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [entered, setEntered] = useState(false);
  const [moved, setMoved] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { rows, fresh, error, retry } = useFound(typed);
  const shared = useMemo(() => sharedNames(rows), [rows]);
  const asking = typed.trim() !== '';
  const found = asking && rows.length > 0;
  const slow = useLate(asking && !fresh);
  const type = (text: string) => {
    setTyped(text);
    setEntered(false);
    setMoved(false);
  };
  const choose = (id: string) => {
    type('');
    onChoose(id);
  };
  useCommands([{ id: 'patients.search', title: t('find.command'), run: () => input.current?.focus() }]);
  useEffect(() => {
    if (!entered || !fresh) return;
    setEntered(false);
    const [only, ...others] = rows;
    if (only && others.length === 0) choose(only.id);
  });
  const keyFirst = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (CURSOR_KEYS.includes(event.key)) event.stopPropagation();
    if (fresh) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setMoved(true);
    if (event.key === 'Enter' && asking) {
      event.preventDefault();
      event.stopPropagation();
      setEntered(true);
    }
  };
  const trouble = findTrouble(typed);
  const told = !asking || (!fresh && !slow) ? '' : fresh ? t('find.counted', { count: rows.length }) : t('find.looking');
  return (
    <search className={css.find}>
      <Autocomplete inputValue={typed} onInputChange={type} disableAutoFocusFirst>
        <SearchBox label={t('find.label')} listShown={found} onKeyFirst={keyFirst} maxLength={80} size="small" ref={input}>
          <span aria-hidden="true">
            <CommandKey id="patients.search" />
          </span>
        </SearchBox>
        <p className="vh" role="status">
          {told}
        </p>
        {asking ? (
          <div className={css.found}>
            {/* The list for what is typed, and again its answer, begins at the first, unless somebody was gone to before it came. */}
            {found ? (
              <ListBox
                key={`${typed} ${fresh && !moved}`}
                autoFocus="first"
                className={css.list ?? ''}
                aria-label={t('find.results')}
                items={rows}
                onAction={(id) => choose(String(id))}
                shouldFocusWrap
              >
                {(row) => (
                  <ListBoxItem id={row.id} textValue={row.name} className={css.row ?? ''} render={markedOption}>
                    <FoundRow row={row} name={shared.get(row.id)} />
                  </ListBoxItem>
                )}
              </ListBox>
            ) : null}
            {rows.length === MOST_FOUND ? <p className={css.note}>{t('find.more', { count: rows.length })}</p> : null}
            {error ? <Failure error={error} onRetry={retry} /> : null}
            {slow && rows.length === 0 && !error ? <p className={css.note}>{t('find.looking')}</p> : null}
            {fresh && rows.length === 0 ? (
              <div className={css.note}>
                {trouble ? (
                  <p>{t(`find.${trouble}`)}</p>
                ) : (
                  <>
                    <p className={css.none}>{t('find.none', { text: typed.trim() })}</p>
                    <p>{t('find.noneText')}</p>
                    <Link to="/" className="hit">
                      {t('find.patients')}
                    </Link>
                  </>
                )}
              </div>
            ) : null}
          </div>
        ) : null}
      </Autocomplete>
    </search>
  );
}
