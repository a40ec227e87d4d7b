/** What may stand in Latin letters in the Hindi window: the program, keys, units, kinds of files. */
const ALLOWED = [
  'Consultleaf',
  ...['Ctrl', 'Alt', 'Shift', 'Enter', 'Esc', 'Tab'],
  ...['mg', 'kB', 'MB', 'GB', 'PDF', 'USB', 'ZIP', 'CSV', 'IVF', 'A4', 'A5', 'SHA'],
  ...['English', 'Asia', 'Kolkata', 'UTC'],
];

const SEEN = ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-valuetext', 'aria-description'];

function isShown(element: Element): boolean {
  return element.closest('script, style, [lang="en"]') === null;
}

/** All that a person sees or hears on the page: words, names of controls, descriptions; not what is marked as English. */
export function wordsOfPage(): string[] {
  const words: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim();
    if (text && node.parentElement && isShown(node.parentElement)) words.push(text);
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!isShown(element)) continue;
    for (const name of SEEN) {
      const text = element.getAttribute(name)?.trim();
      if (text) words.push(`${name}: ${text}`);
    }
  }
  words.push(document.title);
  return words;
}

/** The words of the page that have Latin letters beyond what may have them; `names` are those of the test's own people and things. */
export function latinOnPage(names: readonly string[] = []): string[] {
  const longest = [...ALLOWED, ...names].sort((one, other) => other.length - one.length);
  return wordsOfPage().filter((text) => {
    // A version told by the first eight digits of its hash is no word.
    let rest = text.replace(/^[a-z-]+: /, '').replace(/\b(?=\w*\d)[0-9a-f]{8}\b/g, '');
    for (const name of longest) rest = rest.replaceAll(name, '');
    return /[A-Za-z]{2,}/.test(rest);
  });
}
