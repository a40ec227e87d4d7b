import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './Status.module.css';
import { StatusIcon, type StatusKind } from './StatusIcon.tsx';

export interface StatusProps {
  kind: StatusKind;
  children: ReactNode;
  large?: boolean;
}

/** The colour of a state; a conflict has that of bad. */
export function statusTone(kind: StatusKind): string | undefined {
  return css[kind === 'conflict' ? 'bad' : kind];
}

/** A state: icon and word, never a colour alone. */
export function Status({ kind, children, large }: StatusProps) {
  return (
    <span className={cx(css.status, large && css.large, statusTone(kind))}>
      <StatusIcon kind={kind} />
      {children}
    </span>
  );
}
