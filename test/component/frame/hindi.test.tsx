import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Pack } from '#core/domain/pack.ts';
import { setWindowLanguage } from '../../../renderer/text/language.ts';
import { latinOnPage } from '../../support/latin.ts';
import { auditRow } from '../../support/memoryAudit.ts';
import { DOCTOR, type MemoryState, memoryState, memoryVersion, patientRow } from '../../support/memoryBackend.ts';
import { backup } from '../../support/memoryBackups.ts';
import { memoryConsultation } from '../../support/memoryConsultation.ts';
import { COUNSELLOR, memoryPerson } from '../../support/memoryUsers.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { smallPack } from '../../support/smallPack.ts';
import { openVisit, START } from '../consult/visit.tsx';

beforeEach(() => setWindowLanguage('hi'));
afterEach(async () => {
  unmount();
  setWindowLanguage('en');
  localStorage.clear();
  await page.viewport(1366, 768);
});

/** Names of people and things in these tests, which stay as they were typed. */
const NAMES = [
  ...['Dr A. SAMPLE', 'Dr K. SAMPLE', 'SUNITA DEVI (sample)', 'ANITA (sample)', 'R. SAMPLE', 'SF-00-4805', 'SF-00-4821', 'ANITA'],
  ...['SAMPLE FERTILITY CLINIC', '1 Sample Road, Sampleton', COUNSELLOR.name, 'CL-7K2M-94QX', 'Blood test', 'Folic acid', 'Omeprazole'],
  ...['Do not repeat it.', 'Call.', 'stick', 'STICK', 'media', '00000 (sample)', 'home', 'clinic', 'consultleaf'],
];

/** The small pack in both languages; each Hindi text holds its id's place in Devanagari alone. */
function bilingual(): Pack {
  const pack = smallPack();
  const texts = Object.fromEntries(Object.keys(pack.texts.en?.texts ?? {}).map((id, index) => [id, `पैक के शब्द ${index}`]));
  return { ...pack, languages: ['en', 'hi'], texts: { ...pack.texts, hi: { ...pack.texts.en, language: 'hi', texts } } } as Pack;
}
const HASH = 'a'.repeat(64);
const summary = () => {
  const { id, version, languages, reviewBy } = bilingual();
  return {
    ref: { id, version, hash: HASH },
    title: 'Examplin for tests',
    titles: { hi: 'परीक्षा का विषय' },
    languages,
    approvals: [],
    reviewBy,
    faults: [],
  };
};

const anita = patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805', phone: '98450 12345' });
const open = () => memoryState({ patients: [anita], packs: [summary()], pack: bilingual() });
const closed = (state: 'first' | 'locked'): MemoryState => {
  const memory = memoryState();
  memory.status = { ...memory.status, state, user: null };
  return memory;
};
function withBackups(): MemoryState {
  const state = open();
  state.backups.state = {
    ...state.backups.state,
    backups: [backup('2026-12-02T04:00'), backup('2026-12-01T04:00', { place: 'second' })],
    secondPlace: '/media/stick',
    secondPlaceThere: true,
    lastTrial: { at: '2026-12-01T09:00:00.000Z', ok: true },
    reminders: ['tooOld', 'secondPlaceMissing'],
  };
  return state;
}
function withLog(): MemoryState {
  const state = open();
  state.audit.rows = [auditRow(1, { action: 'signIn' }), auditRow(2, { action: 'patient.view', subject: 'SF-00-4805' })];
  return state;
}
function withPeople(): MemoryState {
  return memoryState({
    people: [memoryPerson(DOCTOR, { hasPin: true }), memoryPerson(COUNSELLOR, { mustChangePassword: true, lastSignIn: null })],
  });
}
function withFault(): MemoryState {
  const state = closed('locked');
  state.status.fault = {
    fault: 'databaseDamaged',
    message:
      'The clinic’s records are damaged on the disk. Close the program, keep a copy of the folder as it is, and restore the newest backup. Have the disk checked.',
  };
  return state;
}
function withCall(): MemoryState {
  const { id, name, recordNumber, age } = anita;
  const call = { id: '00000000-0000-4000-8000-0000000000e1', patient: { id, name, recordNumber, age }, why: 'paperChanged' as const };
  return memoryState({ callList: [{ ...call, state: 'waiting', addedAt: '2026-12-02T05:00:00.000Z', tries: [] }], patients: [anita] });
}

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
  ['the account', '/account', open, 'मेरा अकाउंट'],
  ['approval', `/approve/${HASH}`, open, /पढ़ें और मंज़ूर करें/],
  ['getting the records back', '/restore', withBackups, 'बैकअप से रिकॉर्ड वापस लाएँ'],
  ['first start', '/setup', () => closed('first'), 'Consultleaf में आपका स्वागत है'],
  ['sign in', '/sign-in', () => closed('locked'), 'साइन इन'],
  ['a fault of the records', '/', withFault, 'डिस्क पर रिकॉर्ड ख़राब हो गए हैं'],
  ['an address that leads nowhere', '/nowhere', open, 'इस पते पर कुछ नहीं है'],
];

/** The announcer of the controls' library names for some seconds what is gone already. */
async function violations(part = 'html'): Promise<string[]> {
  const { violations: found } = await axe.run({ include: [part], exclude: ['[data-live-announcer]'] }, { resultTypes: ['violations'] });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
/** How far the page is wider than the window, in CSS pixels. */
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

describe('every screen in Hindi', () => {
  test.each(screens)('%s: no English is left, axe finds nothing, and nothing is lost at 200 %%', async (_name, path, state, heading) => {
    renderWindow(state(), path);
    await expect.element(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect.poll(() => latinOnPage(NAMES)).toEqual([]);
    expect(document.documentElement.lang).toBe('hi');
    expect(await violations()).toEqual([]);
    await page.viewport(683, 384);
    expect(overflow()).toBeLessThanOrEqual(0);
  });
});

const answered = {
  ...START,
  'program.stop': { anchor: 'date', date: '2026-12-20' },
  'topic.count': { state: 'known', value: 3 },
  'topic.scan': { state: 'known', value: true },
};

/** A visit with the pack in both languages. */
async function visitAt(section: string, answers: Record<string, unknown> = answered) {
  const opened = await openVisit(section, answers, { pack: bilingual() }, {}, { state: { packs: [summary()] } });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return opened;
}

describe('a visit in Hindi', () => {
  const sections = ['about', 'fit', 'plan', 'tests', 'safe', 'decide', 'ask', 'check'];
  test.each(sections)('%s: no English is left, axe finds nothing, and nothing is lost at 200 %%', async (section) => {
    await visitAt(section);
    await expect.poll(() => latinOnPage(NAMES)).toEqual([]);
    expect(await violations()).toEqual([]);
    await page.viewport(683, 384);
    expect(overflow()).toBeLessThanOrEqual(0);
  });

  test('the final paper: the same', async () => {
    const { visit, state } = await visitAt('check');
    visit.consultation = { ...visit.consultation, state: 'final' };
    state.versions = [memoryVersion(visit, 1)];
    location.hash = `#/consult/${visit.consultation.id}/final`;
    await expect.element(page.getByRole('heading', { level: 1, name: 'पक्का' })).toBeVisible();
    await expect.poll(() => latinOnPage(NAMES)).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('the language of the window changes the pack’s words, and the paper keeps its own', async () => {
    const { state } = await visitAt('about');
    await expect.element(page.getByText('उनका काग़ज़, अंग्रेज़ी में')).toBeVisible();
    setWindowLanguage('en');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Words of section.about.' })).toBeVisible();
    await expect.element(page.getByText('Her paper, in English')).toBeVisible();
    expect(state.calls.filter(({ path }) => path === 'consultations.save')).toEqual([]);
  });
});

describe('dialogs and menus in Hindi', () => {
  test('adding a patient, with every mistake told', async () => {
    renderWindow(open());
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('{Alt>}n{/Alt}');
    const dialog = page.getByRole('dialog', { name: 'मरीज़ जोड़ें' });
    await expect.element(dialog.getByRole('textbox', { name: 'नाम' }).first()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelectorAll('[aria-invalid="true"]').length).toBeGreaterThan(0);
    expect(latinOnPage(NAMES)).toEqual([]);
    expect(await violations('[role="dialog"]')).toEqual([]);
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
  await expect.poll(() => latinOnPage(NAMES)).toEqual([]);
  expect(await violations('[role="dialog"]')).toEqual([]);
}

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
    expect(latinOnPage(NAMES)).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('a covered window', async () => {
    renderWindow(open());
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('{Control>}l{/Control}');
    await expect.element(page.getByRole('heading', { level: 1, name: 'यह विंडो ढकी है' })).toBeVisible();
    await expect.poll(() => latinOnPage(NAMES)).toEqual([]);
    expect(await violations()).toEqual([]);
  });
});

describe('the switch', () => {
  test('before anybody is signed in it stands in the head, says the other language by its own name, and works at once', async () => {
    setWindowLanguage('en');
    renderWindow(closed('first'), '/setup');
    await page.getByRole('button', { name: 'हिन्दी' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Consultleaf में आपका स्वागत है' })).toBeVisible();
    expect(document.documentElement.lang).toBe('hi');
    expect(localStorage.getItem('consultleaf.language')).toBe('hi');
    await page.getByRole('button', { name: 'English' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Welcome to Consultleaf' })).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
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
