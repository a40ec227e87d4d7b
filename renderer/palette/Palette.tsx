import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useText } from '../text/useText.ts';
import { Kbd } from '../ui/Kbd.tsx';
import css from './Palette.module.css';
import { PaletteRow } from './PaletteRow.tsx';
import { closePalette, runChosen, usePaletteState } from './paletteState.ts';
import { usePaletteGroups } from './usePaletteGroups.ts';

function Content() {
  const t = useText();
  const [typed, setTyped] = useState('');
  const groups = usePaletteGroups(typed);
  const items = groups.flatMap((group) => group.items);
  function run(key: string) {
    closePalette(items.find(({ id }) => id === key)?.run);
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField className={css.field ?? ''} aria-label={t('palette.label')} autoFocus>
        <Search />
        {/* A combobox whose list is always open: the arrows work in the list while the focus stays here. */}
        <Input className={css.input ?? ''} placeholder={t('palette.label')} role="combobox" aria-expanded aria-haspopup="listbox" />
        <span className={css.count} role="status">
          {t('palette.found', { count: items.length })}
        </span>
        <Kbd keys="Escape" />
      </SearchField>
      <ListBox
        className={css.list ?? ''}
        aria-label={t('palette.open')}
        items={groups}
        onAction={(key) => run(String(key))}
        renderEmptyState={() => <p className={css.empty}>{t('palette.nothing')}</p>}
      >
        {(group) => (
          <ListBoxSection>
            <Header className={css.heading ?? ''}>{group.title}</Header>
            <Collection items={group.items}>
              {(item) => (
                <ListBoxItem id={item.id} textValue={item.title} className={css.item ?? ''}>
                  <PaletteRow item={item} typed={typed} />
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
      <div className={css.foot}>
        <span>
          <Kbd keys="ArrowUp" />
          <Kbd keys="ArrowDown" />
          {t('palette.choose')}
        </span>
        <span>
          <Kbd keys="Enter" />
          {t('palette.run')}
        </span>
        <span>
          <Kbd keys="Escape" />
          {t('palette.back')}
        </span>
      </div>
    </Autocomplete>
  );
}

/** "Find or do": sections, actions and patients under one key. */
export function Palette() {
  const t = useText();
  const open = usePaletteState() === 'palette';
  // Once the dialog is gone and the focus is back where it was: what runs may move it.
  useEffect(() => {
    if (!open) runChosen();
  }, [open]);
  return (
    <ModalOverlay
      className={css.overlay ?? ''}
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) closePalette();
      }}
      isDismissable
    >
      <Modal className={css.modal ?? ''} data-modal>
        <Dialog className={css.dialog ?? ''} aria-label={t('palette.open')}>
          <Content />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
