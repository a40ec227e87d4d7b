import { useEffect, useRef, useState } from 'react';
import { useText } from '../../text/useText.ts';
import type { Box } from './changes.ts';
import css from './paper.module.css';
import { drawPage } from './pdf.ts';
import type { OpenPaper } from './usePdf.ts';

export interface PageCanvasProps {
  paper: OpenPaper;
  /** From 1; where the file holds one page alone, that one. */
  page: number;
  /** CSS pixels a point. */
  scale: number;
  /** The page in words: what it is, for those who don't see it. */
  label: string;
  /** What changed on it. */
  frames?: readonly Box[];
}

/** One page of a paper. The canvas stays the same from file to file, and shows the old page until the new one is drawn. */
export function PageCanvas({ paper, page, scale, label, frames = [] }: PageCanvasProps) {
  const t = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const { file, document, onDrawn } = paper;
  const inFile = file.only ? 1 : page;
  useEffect(() => {
    let stop: (() => void) | undefined;
    let dropped = false;
    async function draw() {
      const proxy = await document.getPage(inFile);
      if (dropped || !canvas.current) return;
      const { width, height } = proxy.getViewport({ scale });
      const drawing = drawPage(proxy, canvas.current, scale);
      stop = drawing.stop;
      await drawing.done;
      onDrawn();
      if (dropped) return;
      setSize({ width, height });
      setFailed(false);
    }
    draw().catch(() => {
      if (!dropped) setFailed(true);
    });
    return () => {
      dropped = true;
      stop?.();
    };
  }, [document, onDrawn, inFile, scale]);
  return (
    <>
      {failed ? <p role="alert">{t('paper.failed')}</p> : null}
      <div className={css.sheet}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          style={size ? { width: size.width, height: size.height } : { width: 1, height: 1 }}
        />
        {size
          ? frames.map(({ x, y, width, height }) => (
              <div
                key={`${x} ${y}`}
                className={css.frame}
                style={{ left: x * scale, top: y * scale, width: width * scale, height: height * scale }}
              />
            ))
          : null}
      </div>
      <p className="vh">{paper.words[page - 1]?.text}</p>
    </>
  );
}
