import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useCommands } from '../../../renderer/commands/useCommands.ts';
import { useShortcuts } from '../../../renderer/commands/useShortcuts.ts';
import { RadioGroup } from '../../../renderer/ui/RadioGroup.tsx';
import { TextField } from '../../../renderer/ui/TextField.tsx';
import { render, unmount } from '../../support/render.tsx';

afterEach(unmount);

let ran: string[] = [];
function Commands() {
  useShortcuts();
  useCommands([
    { id: 'find', title: 'Find', shortcut: '/', run: () => ran.push('find') },
    { id: 'new', title: 'New', shortcut: 'Alt+N', run: () => ran.push('new') },
    { id: 'undo', title: 'Undo', shortcut: 'Ctrl+Z', run: () => ran.push('undo') },
  ]);
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null);
  return (
    <>
      <TextField label="Note" value={text} onChange={setText} />
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

test('nothing fires while an input method composes', async () => {
  await show();
  const composing = (isComposing: boolean) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', code: 'KeyN', altKey: true, bubbles: true, isComposing }));
  composing(true);
  expect(ran).toEqual([]);
  composing(false);
  expect(ran).toEqual(['new']);
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
