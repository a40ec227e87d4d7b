/** The longest bold run that stays on one line, in characters: a date, a dose. */
const TOGETHER = 18;

/** Words of a pack, in which `*…*` is bold. */
export function RichText({ text }: { text: string }) {
  const parts = text.split('*');
  if (parts.length < 3) return text;
  return parts.map((part, index) => {
    if (index % 2 === 0) return part;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never change places
      <b key={index} className={part.length <= TOGETHER ? 'nb' : undefined}>
        {part}
      </b>
    );
  });
}
