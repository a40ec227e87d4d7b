import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setWindowLanguage } from '../../../renderer/text/language.ts';
import { renderWindow } from '../../support/render.tsx';
import { closed, inHindi, open, violations, visitAt } from './hindi.ts';

inHindi();

describe('the switch', () => {
  test('before anybody is signed in it stands in the head, says the other language by its own name, and works at once', async () => {
    setWindowLanguage('en');
    const state = closed('first');
    renderWindow(state, '/setup');
    await page.getByRole('button', { name: 'हिन्दी' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Consultleaf में आपका स्वागत है' })).toBeVisible();
    expect(document.documentElement.lang).toBe('hi');
    await expect.poll(() => state.calls.findLast(({ path }) => path === 'app.setLook')?.input).toEqual({ language: 'hi' });
    await page.getByRole('button', { name: 'English' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Welcome to Consultleaf' })).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
  });

  test('language and colours are what the program keeps of the person, and the account changes them at once', async () => {
    const state = open();
    state.status.look = { language: 'en', theme: 'dark' };
    renderWindow(state, '/account');
    await expect.element(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
    expect(document.documentElement.dataset.theme).toBe('dark');
    const ground = () => getComputedStyle(document.body).backgroundColor;
    expect(ground()).toBe('rgb(16, 23, 22)');
    await page.getByText('Light', { exact: true }).click();
    await expect.poll(ground).toBe('rgb(244, 246, 245)');
    await page.getByText('More contrast', { exact: true }).click();
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
    expect(await violations()).toEqual([]);
    await page.getByText('As the computer has them', { exact: true }).click();
    await expect.poll(() => document.documentElement.dataset.theme).toBeUndefined();
    await page.getByText('हिन्दी', { exact: true }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'मेरा अकाउंट' })).toBeVisible();
    await expect.poll(() => state.status.look).toEqual({ language: 'hi', theme: 'system' });
    expect(state.calls.filter(({ path }) => path === 'app.setLook')).toHaveLength(4);
  });

  test('it stands in the user’s menu, and what is typed stays', async () => {
    renderWindow(open());
    const search = page.getByRole('searchbox');
    await expect.element(search).toHaveFocus();
    await userEvent.keyboard('ANITA');
    await page.getByRole('button', { name: /Dr A\. SAMPLE/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible();
    await expect.element(search).toHaveValue('ANITA');
  });

  test('it is one command of the palette, found in either language', async () => {
    renderWindow(open());
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('dialog').getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('english');
    await expect.element(page.getByRole('option', { name: 'हिन्दी / English' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible();
  });

  test('a field with a date changes with it: its parts, their names, the month in its sheet', async () => {
    await visitAt('decide');
    await expect.element(page.getByRole('spinbutton', { name: /^दिन/ }).first()).toBeVisible();
    setWindowLanguage('en');
    await expect.element(page.getByRole('spinbutton', { name: /^day/ }).first()).toBeVisible();
  });
});
