import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { en } from '../../../renderer/text/en.ts';
import { type ControlWords, controls } from '../../../renderer/text/hi/controls.ts';
import { packFaults } from '../../../renderer/text/hi/packFaults.ts';
import { forms, sentences } from '../../../renderer/text/hi/sentences.ts';
import { hi } from '../../../renderer/text/hi.ts';
import { i18n, translate } from '../../../renderer/text/i18n.ts';
import { startLanguage } from '../../../renderer/text/language.ts';
import { shownLanguage, topicTitle } from '../../../renderer/text/pack.ts';
import { langOf, told } from '../../../renderer/text/told.ts';

const electron = join(import.meta.dirname, '../../../electron');
const messages = Object.entries(hi);
const english: Readonly<Record<string, string>> = en;
/** What may stand where a sentence takes a value: a number, or words of the program. */
const VALUES = [
  '3',
  'Hindi',
  'One try is',
  'an administrator',
  'handout',
  '“a”',
  'row 3',
  'is missing: it was removed outside the program',
];
/** Who checks the program's own files says these to who made the program; a person never sees them. */
const NEVER_SHOWN = [/^Must hold /, /^The store failed \(/];
/** Comments, and what is thrown at who made the program. */
const NOT_SAID = /\/\*.*?\*\/|^\s*\/\/.*?$|\bnew (?:Range|Type)?Error\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/gms;
const SQL = /^(?:SELECT|INSERT|UPDATE|DELETE|VACUUM) /;
/** Where a service refuses, with what is given to it. */
const REFUSAL = /\b(?:fault|badField|storeFault)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

beforeEach(() => i18n.activate('hi'));
afterEach(() => i18n.activate('en'));

/** The names that a message takes, at every depth, and which of them are plural. */
function names(message: string): string[] {
  const found = new Set<string>();
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      const [name, kind, inner] = token as [unknown, unknown, unknown];
      if (typeof name === 'string' && name !== '#') found.add(kind === 'plural' ? `${name}, ${kind}` : name);
      if (inner && typeof inner === 'object') Object.values(inner).forEach(walk);
    }
  };
  walk(compileMessageOrThrow(message));
  return [...found].sort();
}

describe('the messages in Hindi', () => {
  test('every English message has one, and none is left over', () => {
    expect(Object.keys(hi).sort()).toEqual(Object.keys(en).sort());
  });

  test.each(messages)('%s compiles, takes what the English one takes, and leaves no brace', (id, message) => {
    expect(names(message)).toEqual(names(english[id] ?? ''));
    const values = Object.fromEntries(names(message).map((name) => [name.replace(', plural', ''), 3]));
    expect(i18n._(id, values)).not.toMatch(/[{}#]/);
  });

  test('no Devanagari digits, and never the word that means two days', () => {
    const all = [...messages.map(([, text]) => text), ...Object.values(sentences), ...[...forms, ...packFaults].map(([, text]) => text)];
    expect(all.filter((text) => /[\u0966-\u096f]/.test(text))).toEqual([]);
    expect(all.filter((text) => /(?<![\u0900-\u097f])(कल|परसों)(?![\u0900-\u097f])/.test(text))).toEqual([]);
  });

  test('sentences end with the danda', () => {
    expect(messages.filter(([, text]) => /[\u0900-\u097f]\.(\s|$)/.test(text.replace('डॉ.', '')))).toEqual([]);
    const bare = messages.filter(([id, text]) => /[.]$/.test(english[id] ?? '') && !/[।}]$/.test(text));
    expect(bare.map(([id]) => id)).toEqual([]);
  });

  test('no two messages that differ in English on one screen are the same word in Hindi where they are choices', () => {
    const choices = [
      'decision.start',
      'decision.continue',
      'decision.change',
      'decision.stop',
      'decision.wait',
      'decision.notTaking',
    ] as const;
    const states = ['criterion.met', 'criterion.notMet', 'criterion.notKnown', 'criterion.doesNotApply', 'ask.notAsked'] as const;
    for (const group of [choices, states]) expect(new Set(group.map((id) => translate(id))).size).toBe(group.length);
  });

  test('counts are said with digits 0 to 9', () => {
    expect(translate('patients.allCount', { total: 5 })).toBe('5 मरीज़।');
    expect(translate('backups.age', { count: 1 })).toBe('1 दिन पहले');
  });
});

describe('what the controls say', () => {
  test('has Devanagari words alone, besides the names of keys', () => {
    const values = { fieldLabel: 'अ', link: 'अ', item: 'अ', count: 2, date: 'अ', startDate: 'अ', endDate: 'अ', time: 'अ' };
    const more = { optionText: 'अ', optionCount: 2, groupTitle: 'अ', groupCount: 1, isGroupChange: true, isSelected: true };
    const all = { ...values, ...more, dateRange: 'अ', minValue: 'अ', maxValue: 'अ' };
    const words: ControlWords[] = Object.values(controls);
    const said = words.flatMap((part) => Object.values(part)).map((word) => (typeof word === 'string' ? word : word(all, null)));
    expect(said.filter((text) => /[a-z]/i.test(text.replaceAll('Alt', '')))).toEqual([]);
    expect(said.filter((text) => text.includes('undefined'))).toEqual([]);
  });
});

describe('what the backend says', () => {
  /** All of the program's own code outside of the window, as one text. */
  function code(): string {
    const files = readdirSync(electron, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.d)\.ts$/.test(name));
    return files.map((name) => readFileSync(join(electron, name), 'utf8')).join('\n');
  }

  test('every sentence that the window knows in Hindi is one that the program says', () => {
    const said = code();
    expect(Object.keys(sentences).filter((sentence) => !said.includes(sentence.slice(0, -1)))).toEqual([]);
  });

  /** A sentence with every two values in turn where it takes some; one that is chosen in place is taken from there. */
  function ways(text: string): string[] {
    const filled = (values: readonly string[]) => {
      let at = 0;
      return text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, (taken) => / \? '([^']+)'/.exec(taken)?.[1] ?? values[at++ % 2] ?? '');
    };
    return VALUES.flatMap((one) => VALUES.map((other) => filled([one, other])));
  }
  const sentencesOf = (source: string) =>
    [...source.matchAll(/(['`])((?:\\.|(?!\1).)*)\1/g)].flatMap(([, , text = '']) => (/^[A-Z].* .*[.?]$/.test(text) ? [text] : []));
  const sourcesOf = (folders: RegExp) =>
    readdirSync(electron, { recursive: true, encoding: 'utf8' })
      .filter((name) => folders.test(name) && /(?<!\.d)\.ts$/.test(name))
      .map((name) => readFileSync(join(electron, name), 'utf8'));
  const withoutHindi = (texts: readonly string[]) => texts.filter((text) => ways(text).every((each) => told(each) === each));

  test('every sentence with which the services refuse has one in Hindi', () => {
    const all = sourcesOf(/^backend.services/).flatMap((source) => (source.match(REFUSAL) ?? []).flatMap(sentencesOf));
    expect(all.length).toBeGreaterThan(40);
    expect(withoutHindi(all)).toEqual([]);
  });

  test('so has all that the store, the check of topic packs and a second computer say, besides what only their makers see', () => {
    const bare = sourcesOf(/^(backend.(store|packs|secondComputer|updates)|core.domain.translation\.ts)/).map((source) =>
      source.replace(NOT_SAID, ''),
    );
    const all = bare.flatMap(sentencesOf).filter((text) => !SQL.test(text) && !NEVER_SHOWN.some((never) => never.test(text)));
    expect(all.length).toBeGreaterThan(150);
    expect(withoutHindi(all)).toEqual([]);
  });

  test('one sentence, two that follow each other, and one with a number are said in Hindi', () => {
    expect(told('Sign in first.')).toBe('पहले साइन इन करें।');
    expect(told('This folder holds no whole backup. Choose another one.')).toBe('इस फ़ोल्डर में पूरा बैकअप नहीं है। दूसरा चुनें।');
    expect(told('This PIN is wrong. 2 tries are left; then the password is asked for.')).toBe(
      'पिन ग़लत है। 2 कोशिशें बाक़ी; फिर पासवर्ड माँगा जाएगा।',
    );
    expect(told('Use at most 60 characters, so that it fits on the paper.')).toContain('60');
  });

  test('what the window has no words for stays whole, in English, and is marked as English', () => {
    const unknown = 'This folder holds no whole backup. Something nobody has translated.';
    expect(told(unknown)).toBe(unknown);
    expect(langOf(unknown)).toBe('en');
    expect(langOf(told('Sign in first.'))).toBeUndefined();
  });

  test('in the English window nothing is changed or marked', () => {
    i18n.activate('en');
    expect(told('Sign in first.')).toBe('Sign in first.');
    expect(langOf('Sign in first.')).toBeUndefined();
  });
});

describe('the language', () => {
  test('starts as it was left, else as the system speaks', () => {
    expect(startLanguage(['hi-IN', 'en'])).toBe('hi');
    expect(startLanguage(['ta-IN', 'hi'])).toBe('en');
    expect(startLanguage([])).toBe('en');
  });

  test('of a pack is the window’s where the pack has it, else the pack’s first', () => {
    expect(shownLanguage(['en', 'hi'])).toBe('hi');
    expect(shownLanguage(['en'])).toBe('en');
    expect(topicTitle({ title: 'Topic', titles: { hi: 'विषय' } })).toBe('विषय');
    expect(topicTitle({ title: 'Topic' })).toBe('Topic');
  });
});
