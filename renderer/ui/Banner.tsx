import type { ReactNode } from 'react';
import css from './Banner.module.css';
import { cx } from './cx.ts';
import { StatusIcon, type StatusKind } from './StatusIcon.tsx';

export interface BannerProps {
  kind: 'info' | 'warn' | 'bad' | 'ok';
  children: ReactNode;
  /** The ways out, as buttons. */
  actions?: ReactNode;
  /** Over the whole width of the window. */
  wide?: boolean;
  /** Read out at once, for an error that has just happened. */
  alert?: boolean;
}

/** Something that must be known or acted on: what it is, and the ways out. It stays until it is mended. */
export function Banner({ kind, children, actions, wide, alert }: BannerProps) {
  const icon: StatusKind = kind === 'bad' ? 'conflict' : kind;
  return (
    <div
      className={cx(css.banner, kind === 'bad' && css.bad, kind === 'ok' && css.ok, wide && css.wide)}
      {...(alert ? { role: 'alert' } : {})}
    >
      <span className={css.icon}>
        <StatusIcon kind={icon} />
      </span>
      <div className={css.text}>{children}</div>
      {actions}
    </div>
  );
}
