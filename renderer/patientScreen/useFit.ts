import { type RefObject, useLayoutEffect } from 'react';

/** Letters grow from this to that part of their usual size, in steps, until the words fill the window and none is cut off. */
const LARGEST = 1.2;
const SMALLEST = 0.3;
const STEP = 0.05;

/** Sets `--fit` on an element that is as large as the window, so that all that it holds is seen without scrolling. */
export function useFit(area: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    const measure = () => {
      for (let scale = LARGEST; scale >= SMALLEST; scale -= STEP) {
        element.style.setProperty('--fit', scale.toFixed(2));
        if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) return;
      }
    };
    measure();
    addEventListener('resize', measure);
    // Words are measured in the letters they are shown in.
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      removeEventListener('resize', measure);
      document.fonts.removeEventListener('loadingdone', measure);
    };
  });
}
