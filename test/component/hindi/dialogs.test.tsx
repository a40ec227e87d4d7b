import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { closeScreenDialog } from '../../../renderer/patientScreen/dialogState.ts';
import { latinOnPage } from '../../support/latin.ts';
import { memoryState, memoryVersion, patientRow } from '../../support/memoryBackend.ts';
import { memoryConsultation } from '../../support/memoryConsultation.ts';
import { renderWindow } from '../../support/render.tsx';
import { anita, closed, inHindi, isHindi, NAMES, open, summary, visitAt, withCall, withDesk, withPeople } from './hindi.ts';

inHindi();

describe('dialogs and menus in Hindi', () => {
  test('adding a patient, with every mistake told', async () => {
    renderWindow(open());
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('{Alt>}n{/Alt}');
    const dialog = page.getByRole('dialog', { name: 'मरीज़ जोड़ें' });
    await expect.element(dialog.getByRole('textbox', { name: 'नाम' }).first()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelectorAll('[aria-invalid="true"]').length).toBeGreaterThan(0);
    await isHindi('[role="dialog"]');
  });

  test('the palette and the sheet of keys', async () => {
    renderWindow(open());
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(latinOnPage(NAMES)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});

/** Opens a dialog by one button; nothing English may stand in it. */
async function dialogBy(button: string | RegExp) {
  await page.getByRole('button', { name: button }).first().click();
  await expect.element(page.getByRole('dialog').first()).toBeVisible();
  await isHindi('[role="dialog"]');
}

test('somebody is found at the desk: nobody fits, too little was typed, and her card', async () => {
  const state = withCall();
  const paper = { versionId: crypto.randomUUID(), visitDate: '2026-12-01', version: 2, language: 'hi' as const, replaces: 1, sameAs: null };
  const became = { since: '2026-12-01T04:00:00.000Z', printedAt: '2026-12-02T04:30:00.000Z', handedOver: null, queued: null };
  state.cards = { [anita.id]: { next: { date: '2026-12-09', time: '08:00' }, papers: [{ ...paper, ...became }] } };
  renderWindow(state, '/desk');
  await expect.element(page.getByRole('heading', { level: 1, name: 'छपाई काउंटर' })).toHaveFocus();
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  for (const [typed, told] of [
    ['99', 'अंक लिखें'],
    ['क्षक्ष', 'कोई नहीं मिलीं'],
  ] as const) {
    await page.getByRole('combobox').fill(typed);
    await expect.element(page.getByText(new RegExp(told)).last()).toBeVisible();
    expect(latinOnPage([...NAMES, typed])).toEqual([]);
  }
  await page.getByRole('combobox').fill('anita');
  await expect.element(page.getByRole('option', { name: /ANITA/ })).toBeVisible();
  expect(latinOnPage([...NAMES, 'anita'])).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog').getByText('अगली तारीख़')).toBeVisible();
  await isHindi('[role="dialog"]');
});

test('a slip and labels at the desk', async () => {
  const state = withDesk();
  renderWindow(state, '/desk');
  await dialogBy('अगली तारीख़ों की पर्ची…');
  await userEvent.keyboard('{Escape}');
  await dialogBy('लेबल…');
});

describe('more dialogs in Hindi', () => {
  const visited = () => {
    const { pack, consultation } = memoryConsultation();
    return {
      visit: { ...memoryConsultation(), pack, consultation: { ...consultation, state: 'final' as const } },
      patient: consultation.patient,
    };
  };
  test.each(['उनका जवाब लिखें…', 'उनके रिकॉर्ड मिटाएँ…'])('on her page: %s', async (button) => {
    const { visit, patient } = visited();
    const versions = [memoryVersion(visit, 1)];
    renderWindow(memoryState({ visit, versions, packs: [summary()], patients: [patientRow({ ...patient })] }), `/patients/${patient.id}`);
    await expect.element(page.getByRole('heading', { name: 'डेटा की सुरक्षा' })).toBeVisible();
    await dialogBy(button);
  });

  test.each(['व्यक्ति जोड़ें', 'नई रिकवरी कुंजी बनाएँ'])('among the people: %s', async (button) => {
    renderWindow(withPeople(), '/settings/people');
    await expect.element(page.getByRole('row', { name: /SAMPLE/ }).first()).toBeVisible();
    await dialogBy(button);
  });

  test.each([/^मेरा प्रोटोकॉल लगाएँ/, /^मेरे प्रोटोकॉल में सेव करें/])('in the protocol: %s', async (button) => {
    await visitAt('plan');
    await dialogBy(button);
  });

  test('the patient’s screen, as the doctor has it', async () => {
    await visitAt('about');
    await dialogBy('मरीज़ की स्क्रीन');
    closeScreenDialog();
  });

  test('the sheet of a month', async () => {
    await visitAt('decide');
    await dialogBy(/^कैलेंडर खोलें/);
  });

  test('a changed transfer date', async () => {
    const { visit, state } = await visitAt('check');
    visit.consultation = { ...visit.consultation, state: 'final' };
    state.versions = [memoryVersion(visit, 1)];
    location.hash = `#/consult/${visit.consultation.id}/final`;
    await expect.element(page.getByRole('heading', { level: 1, name: 'पक्का' })).toBeVisible();
    await dialogBy('ट्रांसफर की तारीख़ बदली…');
  });

  test('the form of a new clinic, with every mistake told', async () => {
    renderWindow(closed('first'), '/setup');
    await page.getByRole('button', { name: 'अपना क्लिनिक बनाएँ' }).click();
    await page.getByRole('button', { name: 'हमारा क्लिनिक बनाएँ' }).click();
    await expect.poll(() => document.querySelectorAll('[aria-invalid="true"]').length).toBeGreaterThan(3);
    await isHindi();
  });

  test('a covered window', async () => {
    renderWindow(open());
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('{Control>}l{/Control}');
    await expect.element(page.getByRole('heading', { level: 1, name: 'यह विंडो ढकी है' })).toBeVisible();
    await isHindi();
  });
});
