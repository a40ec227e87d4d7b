import { type RefObject, useEffect, useRef } from 'react';
import { useText } from '../text/useText.ts';

export interface ScreenTitleOptions {
  /** Moves the focus to the heading when the screen opens (the usual case) or leaves it to the screen. */
  focus?: boolean;
}

/**
 * Names the screen in the window's title and moves the focus to its h1. `title` never holds a patient's name: the
 * system shows titles outside of this window.
 */
export function useScreenTitle(title: string, { focus = true }: ScreenTitleOptions = {}): RefObject<HTMLHeadingElement | null> {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const whole = t('app.title', { screen: title });
  useEffect(() => {
    document.title = whole;
    if (focus) heading.current?.focus();
  }, [whole, focus]);
  return heading;
}
