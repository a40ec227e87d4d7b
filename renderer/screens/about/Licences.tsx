import { useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Licence } from '#core/contract/support.ts';
import { matches } from '../../palette/match.ts';
import { useText } from '../../text/useText.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';
import css from './About.module.css';

const keyOf = ({ name, version }: Licence) => `${name} ${version}`;

/** Every part of the program and, of the one that is chosen, its licence. */
export function Licences({ licences }: { licences: readonly Licence[] }) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(licences[0] && keyOf(licences[0]));
  const found = licences.filter(({ name, licence }) => matches(`${name} ${licence}`, typed));
  const shown = licences.find((each) => keyOf(each) === chosen);
  return (
    <>
      <SearchBox label={t('about.search')} value={typed} onChange={setTyped} onDown={() => list.current?.focus()} />
      <p className={css.count} role="status">
        {t('about.count', { count: found.length })}
      </p>
      <div className={css.columns}>
        <ListBox
          ref={list}
          className={css.list ?? ''}
          aria-label={t('about.list')}
          items={found.map((licence) => ({ id: keyOf(licence), licence }))}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={chosen ? [chosen] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            if (key !== undefined) setChosen(String(key));
          }}
          renderEmptyState={() => <p className={css.none}>{t('about.count', { count: 0 })}</p>}
        >
          {({ id, licence }) => (
            <ListBoxItem id={id} textValue={licence.name} className={css.item ?? ''}>
              <span lang="en" translate="no">
                {licence.name} <span className="nb">{licence.version}</span>
              </span>
              <small lang="en">{licence.licence}</small>
            </ListBoxItem>
          )}
        </ListBox>
        {shown ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the arrows have to reach it
          <section className={css.words} aria-label={t('about.words', { name: shown.name })} lang="en" tabIndex={0}>
            <h3>
              {shown.name} {shown.version}
            </h3>
            <p>{shown.licence}</p>
            <pre>{shown.text}</pre>
          </section>
        ) : (
          <p className={css.none}>{t('about.choose')}</p>
        )}
      </div>
    </>
  );
}
