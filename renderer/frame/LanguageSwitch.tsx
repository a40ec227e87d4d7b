import { Languages } from 'lucide-react';
import { otherLanguage, useWindowLanguage, windowLanguages } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { useLook } from './useLook.ts';

/** The way to the other language, said in that language: for whoever can't read the one that is shown. */
export function LanguageSwitch() {
  useWindowLanguage();
  const { change } = useLook();
  const other = otherLanguage();
  return (
    <Button kind="quiet" onPress={() => change({ language: other })}>
      <Languages />
      <span lang={other}>{windowLanguages[other]}</span>
    </Button>
  );
}
