import { ArrowRight, UserRound } from 'lucide-react';
import { Text } from 'react-aria-components';
import { Kbd } from '../ui/Kbd.tsx';
import { parts } from './match.ts';
import css from './Palette.module.css';
import type { PaletteItem } from './usePaletteGroups.ts';

/** A row of the palette; what was typed is bold and underlined in it. The shortcut is part of its name: it is seen there too. */
export function PaletteRow({ item, typed }: { item: PaletteItem; typed: string }) {
  return (
    <>
      {item.kind === 'patient' ? <UserRound /> : <ArrowRight />}
      <span>
        <Text slot="label" className={css.label ?? ''}>
          <span>
            {parts(item.title, typed).map(({ text, at, found }) => (found ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
          </span>
          {item.shortcut ? <Kbd keys={item.shortcut} /> : null}
        </Text>
        {item.note ? (
          <Text slot="description" className={css.note ?? ''}>
            {item.note}
          </Text>
        ) : null}
      </span>
    </>
  );
}
