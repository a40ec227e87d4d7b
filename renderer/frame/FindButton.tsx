import { Search } from 'lucide-react';
import { CommandKey } from '../commands/CommandKey.tsx';
import { openPalette } from '../palette/paletteState.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';

/** Opens the palette of sections, actions and patients. */
export function FindButton({ onStrip, className }: { onStrip?: boolean; className?: string }) {
  const t = useText();
  return (
    <Button kind={onStrip ? 'stripEdge' : 'ordinary'} onPress={openPalette} {...(className ? { className } : {})}>
      <Search />
      {t('palette.open')}
      <CommandKey id="palette" />
    </Button>
  );
}
