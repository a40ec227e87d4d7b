import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { latinOnPage } from '../../support/latin.ts';
import { type MemoryState, memoryState } from '../../support/memoryBackend.ts';
import { RECOVERY_KEY } from '../../support/memoryUsers.ts';
import { renderWindow } from '../../support/render.tsx';
import {
  anita,
  atSecond,
  closed,
  HASH,
  inHindi,
  isHindi,
  NAMES,
  open,
  overflow,
  withBackups,
  withCall,
  withDesk,
  withFault,
  withFirstPassword,
  withLog,
  withPeople,
  withSecond,
  withUpdates,
} from './hindi.ts';

inHindi();

const screens: [string, string, () => MemoryState, string | RegExp][] = [
  ['patients', '/', open, 'मरीज़'],
  ['no patients', '/', memoryState, 'अभी कोई मरीज़ नहीं'],
  ['a patient', `/patients/${anita.id}`, open, 'मुलाक़ातें'],
  ['settings of the clinic', '/settings', open, 'क्लिनिक'],
  ['people', '/settings/people', withPeople, 'लोग'],
  ['topics', '/settings/topics', open, 'विषय'],
  ['backups', '/settings/backups', withBackups, 'बैकअप'],
  ['who did what', '/settings/log', withLog, 'किसने क्या किया'],
  ['calls', '/calls', withCall, 'फ़ोन की सूची'],
  ['updates', '/settings/updates', withUpdates, 'अपडेट'],
  ['a file to look at', '/files', open, 'कोई फ़ाइल देखें'],
  ['how the clinic prints', '/settings/printing', withDesk, 'छपाई'],
  ['the history of printing', '/desk/history', withDesk, 'छपाई का इतिहास'],
  ['the print desk without a paper', '/desk', open, 'छपाई काउंटर'],
  ['the account', '/account', open, 'मेरा अकाउंट'],
  ['about the program', '/about', open, 'Consultleaf के बारे में'],
  ['support', '/settings/support', open, 'सहायता'],
  ['getting the records back', '/restore', withBackups, 'बैकअप से रिकॉर्ड वापस लाएँ'],
  ['first start', '/setup', () => closed('first'), 'Consultleaf में आपका स्वागत है'],
  ['a first password', '/', withFirstPassword, 'अपना पासवर्ड चुनें'],
  ['sign in', '/sign-in', () => closed('locked'), 'साइन इन'],
  ['sign in at a second computer', '/sign-in', atSecond, 'साइन इन'],
  ['second computers', '/settings/second-computer', withSecond, 'दूसरा कंप्यूटर'],
  ['a fault of the records', '/', withFault, 'डिस्क पर रिकॉर्ड ख़राब हो गए हैं'],
  ['an address that leads nowhere', '/nowhere', open, 'इस पते पर कुछ नहीं है'],
];

describe('every screen in Hindi', () => {
  test.each(screens)('%s: no English is left, axe finds nothing, and nothing is lost at 200 %%', async (_name, path, state, heading) => {
    renderWindow(state(), path);
    await expect.element(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await isHindi();
    expect(document.documentElement.lang).toBe('hi');
    await page.viewport(683, 384);
    expect(overflow()).toBeLessThanOrEqual(0);
  });

  test('approval: the same, with every word that is to be approved in English marked as English', async () => {
    renderWindow(open(), `/approve/${HASH}`);
    await expect.element(page.getByRole('heading', { level: 2 }).nth(3)).toBeVisible();
    const sources = ['Clinic document, opening', 'Test label, section 9', 'Second leaflet (web)', 'Study 2020', 'aaaa'];
    await isHindi('html', [...NAMES, ...sources]);
    await page.viewport(683, 384);
    expect(overflow()).toBeLessThanOrEqual(0);
  });

  test('the print desk: the same, for a paper in each of its states', async () => {
    renderWindow(withDesk(), '/desk');
    await expect.element(page.getByRole('heading', { level: 1, name: 'छपाई काउंटर' })).toBeVisible();
    await page.getByRole('button', { name: 'पूरे हुए दिखाएँ: 1' }).click();
    const rows = page.getByRole('row');
    await expect.poll(() => rows.elements().length).toBe(11);
    for (const row of rows.all()) {
      await row.click({ position: { x: 8, y: 8 } });
      await expect.element(row).toHaveAttribute('aria-selected', 'true');
      await expect.poll(() => latinOnPage(NAMES)).toEqual([]);
    }
    await isHindi();
    await page.viewport(683, 384);
    expect(overflow()).toBeLessThanOrEqual(0);
  });

  test('the recovery key’s page: the same, and with its last group missing', async () => {
    renderWindow(withPeople(), '/settings/people');
    await page.getByRole('button', { name: 'नई रिकवरी कुंजी बनाएँ' }).click();
    const own = page
      .getByRole('dialog')
      .getByLabelText(/पासवर्ड/)
      .first();
    await expect.element(own).toHaveFocus();
    await userEvent.keyboard('correct horse{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: 'आपकी रिकवरी कुंजी' })).toBeVisible();
    await page.getByRole('textbox').last().click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelectorAll('[aria-invalid="true"]').length).toBeGreaterThan(0);
    await isHindi('html', [...NAMES, ...RECOVERY_KEY.split('-')]);
    await page.viewport(683, 384);
    expect(overflow()).toBeLessThanOrEqual(0);
  });
});
