import { ProgressBar } from 'react-aria-components';
import css from './Progress.module.css';

export interface ProgressProps {
  /** What is being done, in words. */
  label: string;
  /** From 0 to 1; null while nobody knows how far it is. */
  done: number | null;
  /** How far it is, in words, such as `40 %`. */
  words?: string;
}

/** A long work: what is being done and how far it is. */
export function Progress({ label, done, words }: ProgressProps) {
  const percent = Math.round((done ?? 0) * 100);
  return (
    <ProgressBar
      className={css.progress ?? ''}
      aria-label={label}
      value={percent}
      isIndeterminate={done === null}
      {...(words ? { valueLabel: words } : {})}
    >
      <span className={css.words} aria-hidden="true">
        <span>{label}</span>
        {done === null ? null : <span>{words}</span>}
      </span>
      <span className={css.track}>
        <span className={done === null ? css.going : css.bar} {...(done === null ? {} : { style: { inlineSize: `${percent}%` } })} />
      </span>
    </ProgressBar>
  );
}
