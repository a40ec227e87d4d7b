import { Maximize } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import css from './patientScreen.module.css';

/** Whether the window covers its screen already: by this button, by the browser's own key, or opened so by the shell. */
function isFilled(): boolean {
  return (
    document.fullscreenElement !== null ||
    matchMedia('(display-mode: fullscreen)').matches ||
    (innerWidth >= screen.width && innerHeight >= screen.height)
  );
}

/** "Fill this screen": there only until the window fills it. */
export function FillButton() {
  const t = useText();
  const [filled, setFilled] = useState(isFilled);
  useEffect(() => {
    const look = () => setFilled(isFilled());
    addEventListener('resize', look);
    document.addEventListener('fullscreenchange', look);
    return () => {
      removeEventListener('resize', look);
      document.removeEventListener('fullscreenchange', look);
    };
  }, []);
  if (filled) return null;
  return (
    <div className={css.fill}>
      <Button onPress={() => void document.documentElement.requestFullscreen().catch(() => undefined)}>
        <Maximize />
        {t('patientScreen.fill')}
      </Button>
    </div>
  );
}
