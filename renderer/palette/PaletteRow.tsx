import { ArrowRight, UserRound } from 'lucide-react';
import { Text } from 'react-aria-components';
import { Kbd } from '../ui/Kbd.tsx';
import { parts } from './match.ts';
import css from './Palette.module.css';
import type { PaletteItem } from './usePaletteGroups.ts';

/** A row of the palette; what was typed is bold and underlined in it. */
export function PaletteRow({ item, typed }: { item: PaletteItem; typed: string }) {
  return (
    <>
      {item.kind === 'patient' ? <UserRound /> : <ArrowRight />}
      <span>
        <Text slot="label">
          {parts(item.title, typed).map(({ text, at, found }) => (found ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
        </Text>
        {item.note ? (
          <Text slot="description" className={css.note ?? ''}>
            {item.note}
          </Text>
        ) : null}
      </span>
      {item.shortcut ? <Kbd keys={item.shortcut} /> : null}
    </>
  );
}
