import { QueryClient, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Busy } from '../../../renderer/ui/Busy.tsx';
import { Button } from '../../../renderer/ui/Button.tsx';
import { memoryState } from '../../support/memoryBackend.ts';
import { render, renderWindow, unmount } from '../../support/render.tsx';

afterEach(unmount);

test('whatever is asked of the program and takes its time is seen at work until it is done, in whichever screen', async () => {
  const answers: (() => void)[] = [];
  const slow = () => new Promise<null>((resolve) => answers.push(() => resolve(null)));
  function Screen() {
    const send = useMutation({ mutationFn: slow });
    const read = useQuery({ queryKey: ['slow'], queryFn: slow, enabled: false });
    return (
      <>
        <Button onPress={() => send.mutate()}>Send</Button>
        <Button onPress={() => void read.refetch()}>Read</Button>
        <Busy />
      </>
    );
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Screen />
    </QueryClientProvider>,
  );
  const line = () => document.querySelector('[data-busy]');
  for (const name of ['Send', 'Read']) {
    await page.getByRole('button', { name }).click();
    await expect.poll(line).not.toBeNull();
    answers.pop()?.();
    await expect.poll(line).toBeNull();
  }
});

test('a menu is as large when it is placed as before: nothing is laid out twice', async () => {
  const errors: string[] = [];
  const hear = ({ message }: ErrorEvent) => errors.push(message);
  window.addEventListener('error', hear);
  renderWindow(memoryState());
  await page.getByRole('button', { name: /Dr A\. SAMPLE/ }).click();
  await expect.element(page.getByRole('menuitem', { name: 'My account' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: /Dr A\. SAMPLE/ })).toHaveFocus();
  window.removeEventListener('error', hear);
  expect(errors).toEqual([]);
});
