import { type RefObject, useEffect, useState } from 'react';
import type { OpenPaper } from './usePdf.ts';

/** Widest page that "fit" gives in a wide window, in CSS pixels: a page larger than life helps nobody. */
const WIDEST = 720;

/** CSS pixels a point at which a page is as wide as the room beside it; 0 until both are known. */
export function useFit(desk: RefObject<HTMLElement | null>, paper: OpenPaper | null): number {
  const [room, setRoom] = useState(0);
  const [points, setPoints] = useState(0);
  useEffect(() => {
    const element = desk.current;
    if (!element) return undefined;
    const measure = () => {
      const style = getComputedStyle(element);
      setRoom(element.clientWidth - Number.parseFloat(style.paddingInlineStart) - Number.parseFloat(style.paddingInlineEnd));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [desk]);
  const document = paper?.document;
  useEffect(() => {
    let dropped = false;
    document?.getPage(1).then(
      (page) => {
        if (!dropped) setPoints(page.getViewport({ scale: 1 }).width);
      },
      // Closed meanwhile: a newer paper tells its own width.
      () => undefined,
    );
    return () => {
      dropped = true;
    };
  }, [document]);
  return points > 0 && room > 0 ? (Math.min(room, WIDEST) - 2) / points : 0;
}
