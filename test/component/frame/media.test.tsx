import type {} from '@vitest/browser-playwright';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { Progress } from '../../../renderer/ui/Progress.tsx';
import { memoryState, patientRow } from '../../support/memoryBackend.ts';
import { render, renderWindow, unmount } from '../../support/render.tsx';
import { openVisit, START } from '../consult/visit.tsx';

/** What the computer asks for, such as `forced-colors: active`; nothing: what it asks by itself. */
const ask = (features: Record<string, string> = {}) =>
  cdp().send('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([name, value]) => ({ name, value })) });

afterEach(async () => {
  unmount();
  await ask();
});

const anita = patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805' });
const heading = (name: string | RegExp) => expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible();
/** What of an element is seen besides its words. */
function look(element: Element): string {
  const { borderInlineStartColor, borderTopColor, borderTopWidth, outlineStyle, outlineColor, fontWeight } = getComputedStyle(element);
  return [borderInlineStartColor, borderTopColor, borderTopWidth, outlineStyle, outlineColor, fontWeight].join(' ');
}

test('in forced colours the chosen one is told from the others, and focus is seen', async () => {
  await ask({ 'forced-colors': 'active' });
  renderWindow(memoryState({ patients: [anita] }), '/settings');
  await heading('Clinic');
  const pages = page.getByRole('navigation', { name: 'Settings' });
  expect(look(pages.getByRole('link', { name: 'Clinic' }).element())).not.toBe(look(pages.getByRole('link', { name: 'People' }).element()));
  location.hash = '#/about';
  await heading('About Consultleaf');
  const option = (name: RegExp) => page.getByRole('option', { name }).element();
  await expect.element(page.getByRole('option', { name: /^Consultleaf/ })).toBeVisible();
  expect(look(option(/^Consultleaf/))).not.toBe(look(option(/^part-1 /)));
  location.hash = '#/account';
  await heading('My account');
  const choice = (name: string) => page.getByText(name, { exact: true }).element().closest('label') as Element;
  expect(look(choice('English'))).not.toBe(look(choice('हिन्दी')));
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('dialog').getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => look(document.querySelector('[role="option"][data-focused]') ?? document.body)).toContain('solid');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle).toBe('solid');

  await openVisit('fit', START);
  await heading(/./);
  const link = (current: boolean) => document.querySelector(`nav a${current ? '[aria-current]' : ':not([aria-current])'}`) as Element;
  expect(look(link(true))).not.toBe(look(link(false)));
});

/** Names of elements that move by themselves or would move on a change. */
function moving(): string[] {
  const changing = [...document.querySelectorAll('#root *')].filter((element) =>
    getComputedStyle(element)
      .transitionDuration.split(',')
      .some((duration) => Number.parseFloat(duration) > 0),
  );
  return [...document.getAnimations().map(() => 'animation'), ...changing.map(({ tagName, className }) => `${tagName} ${className}`)];
}

test('nothing moves for who asks for no motion', async () => {
  await ask({ 'prefers-reduced-motion': 'no-preference' });
  const bar = <Progress label="Opening the records" done={null} />;
  render(bar);
  await expect.poll(moving).not.toEqual([]);
  await ask({ 'prefers-reduced-motion': 'reduce' });
  render(bar);
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  expect(moving()).toEqual([]);
  renderWindow(memoryState({ patients: [anita] }), '/');
  await heading('Patients');
  expect(moving()).toEqual([]);
  await userEvent.keyboard('{Alt>}n{/Alt}');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  expect(moving()).toEqual([]);
  await openVisit('plan', START);
  await heading(/./);
  expect(moving()).toEqual([]);
});

test('more contrast: text reaches 7 to 1 in light and dark', async () => {
  const contrast = async () => {
    const found = await axe.run('#root', { runOnly: ['color-contrast-enhanced'], rules: { 'color-contrast-enhanced': { enabled: true } } });
    return found.violations.flatMap(({ nodes }) => nodes.map(({ html, any }) => `${html.slice(0, 90)} ${any[0]?.message}`));
  };
  for (const scheme of ['light', 'dark']) {
    await ask({ 'prefers-color-scheme': scheme });
    for (const [path, name] of [
      ['/', 'Patients'],
      [`/patients/${anita.id}`, 'Visits'],
      ['/settings', 'Clinic'],
    ] as const) {
      const state = memoryState({ patients: [anita] });
      state.status.look = { language: 'en', theme: 'contrast' };
      renderWindow(state, path);
      await heading(name);
      expect(await contrast(), `${scheme} ${name}`).toEqual([]);
    }
    await openVisit('fit', START, {}, {}, { status: { look: { language: 'en', theme: 'contrast' } } });
    await heading(/./);
    expect(await contrast(), `${scheme} visit`).toEqual([]);
  }
});
