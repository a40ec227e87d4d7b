import { nameWords } from './names.ts';

const CONSONANTS: Record<string, string> = Object.fromEntries(
  'क k,ख kh,ग g,घ gh,ङ n,च ch,छ chh,ज j,झ jh,ञ n,ट t,ठ th,ड d,ढ dh,ण n,त t,थ th,द d,ध dh,न n,प p,फ ph,ब b,भ bh,म m,य y,र r,ल l,ळ l,व v,श sh,ष sh,स s,ह h'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** Consonants with a dot below: the dot stands as a character of its own once a text is composed. */
const DOTTED: Record<string, string> = { ज: 'z', ड: 'r', ढ: 'rh', फ: 'f', न: 'n', र: 'r', य: 'y' };
const VOWELS: Record<string, string> = Object.fromEntries(
  'अ a,आ aa,इ i,ई ii,उ u,ऊ uu,ऋ ri,ए e,ऐ ai,ओ o,औ au,ऑ o,ऍ e,ा aa,ि i,ी ii,ु u,ू uu,ृ ri,े e,ै ai,ो o,ौ au,ॉ o,ॅ e'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
const SIGN = /[\u093e-\u094c]/;
const DOT = '\u093c';
const VIRAMA = '\u094d';
const NASAL = /[\u0901\u0902]/;

/** Devanagari letters of a word in Latin ones, as a name is usually spelt: the vowel that ends a word unwritten is left out. */
export function romanized(word: string): string {
  const letters = [...word.replaceAll('ज\u094dञ', 'ग\u094dय')];
  let latin = '';
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? '';
    const consonant = CONSONANTS[letter];
    if (consonant !== undefined) {
      const dotted = letters[at + 1] === DOT;
      latin += dotted ? (DOTTED[letter] ?? consonant) : consonant;
      if (dotted) at += 1;
      const next = letters[at + 1];
      const last = next === undefined && /[aeiou]/.test(latin);
      if (next === VIRAMA) at += 1;
      else if (!(next !== undefined && SIGN.test(next)) && !last) latin += 'a';
    } else if (NASAL.test(letter)) {
      latin += letters[at + 1] === 'ह' ? 'ng' : 'n';
    } else if (letter === '\u0903') {
      latin += 'h';
    } else if (letter !== DOT && letter !== VIRAMA) {
      latin += VOWELS[letter] ?? letter;
    }
  }
  return latin;
}

/** Spellings of one sound in Latin letters, in the order in which they are read. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/a{2,}/g, 'a'],
  [/ee|i{2,}|ie$/g, 'i'],
  [/oo|u{2,}/g, 'u'],
  [/au|ou|ao|a[vw]$|ow(?![aeiou])/g, 'o'],
  [/ay[ae]?(?=[^aeiouy])|ay$|ai|ei|ae|ey(?![aeiou])/g, 'e'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/c+h+/g, 'č'],
  [/c|q/g, 'k'],
  [/w/g, 'v'],
  [/z/g, 'j'],
  [/(?<=.)y/g, 'i'],
  [/([bdgjkrst])h+/g, '$1'],
  [/(?<=.)h$/, ''],
  [/(?<=.)a/g, ''],
  [/n(?=[pbfm])/g, 'm'],
  [/(.)\1+/gu, '$1'],
];

/**
 * What a word of a name sounds like, the same for both scripts and for the usual spellings: Sunita, Suneeta, Sunitha and
 * सुनीता; Lakshmi, Laxmi and लक्ष्मी. Of the vowels only `a` is left out inside a word: it is the one that spellings leave out
 * or add (Kamla, Kamala). Equal sounds ask for a second look; they don't mean the same person. Expects a word as
 * `nameWords` gives it.
 */
export function wordSound(word: string): string {
  return SPELLINGS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), romanized(word));
}

/** The sounds of a name's words, in no order. */
export function nameSounds(name: string): string[] {
  return nameWords(name).map(wordSound).sort();
}
