/** Words of a pack, in which `*…*` is bold. */
export function RichText({ text }: { text: string }) {
  const parts = text.split('*');
  if (parts.length < 3) return text;
  // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never change places
  return parts.map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part));
}
