import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { sharedNames } from '#core/domain/similarNames.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useLate } from '../../ui/useLate.ts';
import css from './Find.module.css';
import { FoundRow } from './FoundRow.tsx';
import { findTrouble } from './findState.ts';
import { useFound } from './useFound.ts';

/** The search gives no more rows than these. */
const MOST_FOUND = 50;

/**
 * Finds somebody at the desk while a person types. Arrows go through those who were found, Enter takes one, Escape empties
 * the box. Enter before the answer is there waits for it, so that nobody of the answer before is taken.
 */
export function Find({ onChoose }: { onChoose: (id: string) => void }) {
  const t = useText();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [entered, setEntered] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { rows, fresh, error, retry } = useFound(typed);
  const shared = useMemo(() => sharedNames(rows), [rows]);
  const asking = typed.trim() !== '';
  const slow = useLate(asking && !fresh);
  const optionId = (at: number) => `${listId}-${at}`;
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
    setEntered(false);
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
  useEffect(() => {
    list.current?.querySelector(`[aria-selected="true"]`)?.scrollIntoView({ block: 'nearest' });
  });
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && rows.length > 0) {
      event.preventDefault();
      setActive((active + step + rows.length) % rows.length);
    } else if (event.key === 'Enter' && asking) {
      event.preventDefault();
      const row = rows[active];
      if (!fresh) setEntered(true);
      else if (row) choose(row.id);
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      type('');
    }
  };
  const trouble = findTrouble(typed);
  const told = !asking || (!fresh && !slow) ? '' : fresh ? t('find.counted', { count: rows.length }) : t('find.looking');
  return (
    <search className={css.find}>
      <div className={css.box}>
        <Search aria-hidden="true" />
        <input
          ref={input}
          className={css.input}
          role="combobox"
          aria-label={t('find.label')}
          aria-expanded={asking}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(asking && rows.length > 0 ? { 'aria-activedescendant': optionId(active) } : {})}
          placeholder={t('find.label')}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={keys}
          maxLength={80}
          autoComplete="off"
          spellCheck="false"
        />
        <span aria-hidden="true">
          <CommandKey id="patients.search" />
        </span>
      </div>
      <p className="vh" role="status">
        {told}
      </p>
      {asking ? (
        <div className={css.found}>
          <div ref={list} id={listId} role="listbox" aria-label={t('find.results')} className={css.list}>
            {rows.map((row, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the focus and its keys act on the row
              <div
                key={row.id}
                id={optionId(at)}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                className={css.row}
                onClick={() => choose(row.id)}
                onPointerDown={(event) => event.preventDefault()}
              >
                <FoundRow row={row} name={shared.get(row.id)} />
              </div>
            ))}
          </div>
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
    </search>
  );
}
