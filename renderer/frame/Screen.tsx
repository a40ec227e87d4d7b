import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import { Head } from './Head.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import css from './Screen.module.css';
import { StoreWarnings } from './StoreWarnings.tsx';
import { useScreenTitle } from './useScreenTitle.ts';
import { WaitingAnswers } from './WaitingAnswers.tsx';

export interface ScreenProps {
  title: string;
  /** Beside the heading: the screen's main action. */
  action?: ReactNode;
  /** Under the heading, one line. */
  lead?: ReactNode;
  narrow?: boolean;
  /** Uses the whole window. */
  wide?: boolean;
  /** With room above and a larger line under the heading: a screen that teaches. */
  airy?: boolean;
  /** At the side of heading and content, on a narrow window above them: the list of pages that this one belongs to. */
  beside?: ReactNode;
  /** The head holds the name of the program alone: nothing else can be done now. */
  bare?: boolean;
  /** The screen sets the focus itself. */
  ownFocus?: boolean;
  children: ReactNode;
}

/** A screen without a patient: the light head, the heading and the content. */
export function Screen({ title, action, lead, narrow, wide, airy, beside, bare, ownFocus, children }: ScreenProps) {
  const heading = useScreenTitle(title, { focus: !ownFocus });
  return (
    <>
      <Head bare={bare ?? false} />
      <SampleBanner />
      <StoreWarnings />
      <WaitingAnswers />
      <div className={cx(beside !== undefined && css.withSide)}>
        {beside}
        <main className={cx(css.main, narrow && css.narrow, wide && css.wide, airy && css.airy)}>
          <div className={css.top}>
            <div>
              <h1 ref={heading} tabIndex={-1} className={css.title}>
                {title}
              </h1>
              {lead ? <p className={css.lead}>{lead}</p> : null}
            </div>
            {action}
          </div>
          {children}
        </main>
      </div>
    </>
  );
}
