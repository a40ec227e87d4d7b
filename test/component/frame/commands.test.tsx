import type {} from '@vitest/browser-playwright';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { isSingleKey } from '../../../renderer/commands/shortcut.ts';
import { commandKeys } from '../../../renderer/commands/table.ts';
import { useCommands } from '../../../renderer/commands/useCommands.ts';
import { useShortcuts } from '../../../renderer/commands/useShortcuts.ts';
import { RadioGroup } from '../../../renderer/ui/RadioGroup.tsx';
import { TextField } from '../../../renderer/ui/TextField.tsx';
import { render, unmount } from '../../support/render.tsx';

afterEach(unmount);

let ran: string[] = [];
/** The keys that the field's own surroundings hear. */
let inner: string[] = [];
function Commands() {
  useShortcuts();
  useCommands([
    { id: 'patients.search', title: 'Find', run: () => ran.push('find') },
    { id: 'patients.add', title: 'New', run: () => ran.push('new') },
    { id: 'undo', title: 'Undo', run: () => ran.push('undo') },
  ]);
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null);
  return (
    <>
      <div onKeyDownCapture={({ key }) => inner.push(key)}>
        <TextField label="Note" value={text} onChange={setText} />
      </div>
      <RadioGroup
        label="Known?"
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        value={answer}
        onChange={setAnswer}
        answerKeys
      />
    </>
  );
}

const show = async () => {
  ran = [];
  inner = [];
  render(<Commands />);
  await expect.element(page.getByLabelText('Note')).toBeVisible();
};

test('a single key works on the screen and is text in a field', async () => {
  await show();
  await userEvent.keyboard('/');
  expect(ran).toEqual(['find']);
  await page.getByLabelText('Note').click();
  await userEvent.keyboard('/2');
  expect(ran).toEqual(['find']);
  await expect.element(page.getByLabelText('Note')).toHaveValue('/2');
});

test('a held key works in a field too, but a field keeps its own undo', async () => {
  await show();
  await page.getByLabelText('Note').click();
  await userEvent.keyboard('{Alt>}n{/Alt}');
  expect(ran).toEqual(['new']);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(ran).toEqual(['new']);
});

test('nothing hears a key while an input method composes, neither a command nor the field’s own form', async () => {
  await show();
  const field = page.getByLabelText('Note');
  await field.click();
  await expect.element(field).toHaveFocus();
  const heard: boolean[] = [];
  const hear = (event: KeyboardEvent) => heard.push(event.isComposing);
  window.addEventListener('keydown', hear, { capture: true });
  await cdp().send('Input.imeSetComposition', { text: 'न', selectionStart: 1, selectionEnd: 1 });
  await expect.element(field).toHaveValue('न');
  await userEvent.keyboard('{Alt>}n{/Alt}{Enter}');
  expect(heard).toEqual([true, true, true]);
  expect([ran, inner]).toEqual([[], []]);
  await cdp().send('Input.insertText', { text: 'नाम' });
  await expect.element(field).toHaveValue('नाम');
  // Windows says of a key that its input method takes only this: the number 229.
  await cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'n', code: 'KeyN', modifiers: 1, windowsVirtualKeyCode: 229 });
  expect([ran, inner]).toEqual([[], []]);
  await userEvent.keyboard('{Alt>}n{/Alt}{Enter}');
  window.removeEventListener('keydown', hear, { capture: true });
  expect([ran, inner]).toEqual([['new'], ['Alt', 'n', 'Enter']]);
});

test('no single key of any command fires in a text field', async () => {
  const keys = commandKeys().filter(({ shortcut }) => isSingleKey(shortcut));
  const all: string[] = [];
  function Every() {
    useShortcuts();
    useCommands(keys.map(({ id }) => ({ id, title: id, run: () => all.push(id) })));
    return <TextField label="Note" value={text.value} onChange={text.set} />;
  }
  const text = { value: '', set: (next: string) => (text.value = next) };
  render(<Every />);
  await page.getByLabelText('Note').click();
  const typed = keys.map(({ shortcut }) => shortcut).join('');
  expect(typed).toContain('123456789');
  await userEvent.keyboard(typed);
  expect(all).toEqual([]);
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByLabelText('Note')).not.toHaveFocus();
  await userEvent.keyboard(typed);
  expect(all).toEqual(keys.map(({ id }) => id));
});

test('the number keys answer the present question', async () => {
  await show();
  await userEvent.keyboard('2');
  await expect.element(page.getByRole('radio', { name: 'No' })).toBeChecked();
});

test('what is gone from the screen no longer hears its key', async () => {
  await show();
  render(<p>Another screen</p>);
  await expect.element(page.getByText('Another screen')).toBeVisible();
  await userEvent.keyboard('/');
  expect(ran).toEqual([]);
});
