import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nativeMenuSchema } from '#core/contract/shellBridge.ts';
import { acceleratorOf, nativeMenus } from '../../../renderer/commands/nativeMenu.ts';
import { keysOf } from '../../../renderer/commands/shortcut.ts';
import { commandEntry, commandGroups, commandKeys } from '../../../renderer/commands/table.ts';

const root = join(import.meta.dirname, '../../..');
const keys = commandKeys();

test('no key is given twice, on any screen', () => {
  expect(keys.length).toBeGreaterThan(30);
  const given = keys.map(({ shortcut }) => shortcut);
  expect(given.filter((key, at) => given.indexOf(key) !== at)).toEqual([]);
});

test('every key is written as the window hears it', () => {
  for (const { shortcut } of keys) {
    const parts = shortcut.split('+');
    const key = parts.at(-1) ?? '';
    const code = /^\d$/.test(key) ? `Digit${key}` : /^[A-Z]$/.test(key) ? `Key${key}` : '';
    const has = (name: string) => parts.includes(name);
    const pressed = { ctrlKey: has('Ctrl'), altKey: has('Alt'), shiftKey: has('Shift'), metaKey: false, code, key };
    expect(keysOf(pressed as KeyboardEvent)).toBe(shortcut);
  }
});

test('on a keyboard without Latin characters the single keys are told by their place', () => {
  const pressed = (key: string, code: string, shiftKey = false) =>
    keysOf({ ctrlKey: false, altKey: false, metaKey: false, shiftKey, key, code } as KeyboardEvent);
  expect([pressed('२', 'Digit2'), pressed('य', 'Slash'), pressed('य़', 'Slash', true)]).toEqual(['2', '/', '?']);
});

test('a key is given in the table of commands and nowhere else', () => {
  const others = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter((path) => !path.startsWith('renderer/commands/'));
  expect(others.length).toBeGreaterThan(200);
  const found = others.filter((path) => /['"](?:Ctrl|Alt)\+/.test(readFileSync(join(root, path), 'utf8')));
  expect(found).toEqual([]);
});

test('the native menu has every command that is not a key alone, in the order of the groups, with keys as Electron writes them', () => {
  const commands = keys.map(({ id }) => ({ id, title: id, run: () => undefined, ...commandEntry(id) }));
  const menus = nativeMenus(commands);
  for (const menu of menus) expect(nativeMenuSchema.parse(menu)).toEqual(menu);
  expect(menus.map(({ group }) => group)).toEqual(commandGroups.filter((group) => group !== 'answers'));
  const items = menus.flatMap((menu) => menu.items);
  expect(items.find(({ id }) => id === 'palette')).toBeUndefined();
  expect(items.find(({ id }) => id === 'keys')).toEqual({ id: 'keys', title: 'keys' });
  expect(items.find(({ id }) => id === 'section.previous')?.accelerator).toBe('Alt+Left');
  expect(acceleratorOf('Ctrl+Shift+Z')).toBe('CommandOrControl+Shift+Z');
});
