import { Languages } from 'lucide-react';
import { otherLanguage, setWindowLanguage, useWindowLanguage, windowLanguages } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';

/** The way to the other language, said in that language: for whoever can't read the one that is shown. */
export function LanguageSwitch() {
  useWindowLanguage();
  const other = otherLanguage();
  return (
    <Button kind="quiet" onPress={() => setWindowLanguage(other)}>
      <Languages />
      <span lang={other}>{windowLanguages[other]}</span>
    </Button>
  );
}
