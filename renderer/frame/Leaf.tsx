import css from './Head.module.css';

/** The mark of the program. */
export function Leaf() {
  return (
    <svg
      className={css.leaf}
      viewBox="0 0 28 28"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
    >
      <path d="M4 24C3 12 10 4 25 3c.5 14-6 21.5-16 20" strokeLinejoin="round" />
      <path d="M4 25c3-6.5 8-11 14-14" />
    </svg>
  );
}
