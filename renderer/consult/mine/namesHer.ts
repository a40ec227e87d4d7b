/** true when a text holds the patient's whole name or her record number; what a saved protocol may never hold. */
export function namesHer(text: string, { name, recordNumber }: { name: string; recordNumber: string }): boolean {
  const plain = (words: string) => words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  const bare = plain(name.replace(/\([^)]*\)/g, '')).trim();
  return [bare, plain(recordNumber).trim()].some((hers) => hers !== '' && plain(text).includes(hers));
}
