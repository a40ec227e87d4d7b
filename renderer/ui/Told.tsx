import { langOf, told } from '../text/told.ts';

/** What the backend or the contract said: in the window's language where it has the words, else marked as English. */
export function Told({ text }: { text: string }) {
  const words = told(text);
  return <span lang={langOf(words)}>{words}</span>;
}
