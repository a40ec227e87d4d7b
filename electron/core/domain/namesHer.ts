/** What tells one patient from another in words. */
interface Named {
  name: string;
  recordNumber: string;
  phone?: string | undefined;
  relative?: string | undefined;
}

/** Shorter words of a name, such as "Devi" or an initial, are in other sentences too. */
const SHORTEST = 5;

const plain = (words: string) => words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
const digits = (text: string) => text.replace(/\D/g, '');

/**
 * true when a text that outlives a patient's records says who she was: a longer word of her name or her relative's, her
 * record number, or her phone number.
 */
export function tellsWhoSheWas(text: string, { name, recordNumber, phone, relative }: Named): boolean {
  const said = plain(text);
  const names = [name, relative ?? ''].flatMap((each) => {
    const words = plain(each);
    return [words, ...words.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length >= SHORTEST)];
  });
  const number = digits(phone ?? '');
  return (
    [...names, plain(recordNumber)].some((hers) => hers !== '' && said.includes(hers)) ||
    (number.length >= SHORTEST && digits(text).includes(number.slice(-10)))
  );
}
