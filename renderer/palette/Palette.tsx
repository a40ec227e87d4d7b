import { useEffect, useState } from 'react';
import { Autocomplete, Collection, Dialog, Header, ListBox, ListBoxItem, ListBoxSection, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/useText.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
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
      <SearchBox label={t('palette.label')} listShown size="large" className={css.field} autoFocus>
        <span className={css.count} role="status">
          {t('palette.found', { count: items.length })}
        </span>
        <Kbd keys="Escape" />
      </SearchBox>
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
