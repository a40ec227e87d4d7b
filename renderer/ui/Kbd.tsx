import { useText } from '../text/useText.ts';
import css from './Kbd.module.css';

const ARROWS: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

/** A shortcut as keys, written as commands write it: `Ctrl+K`, `Alt+ArrowLeft`, `?`. */
export function Kbd({ keys }: { keys: string }) {
  const t = useText();
  function word(key: string): string {
    if (key === 'Ctrl') return t('key.ctrl');
    if (key === 'Alt') return t('key.alt');
    if (key === 'Shift') return t('key.shift');
    if (key === 'Enter') return t('key.enter');
    if (key === 'Escape') return t('key.escape');
    return ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  }
  return <kbd className={css.key}>{keys.split('+').map(word).join(' ')}</kbd>;
}
