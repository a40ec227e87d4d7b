import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { smallPack } from '../../support/smallPack.ts';
import { openVisit } from './visit.tsx';

afterEach(unmount);

const LABEL = 'The label names medicines for fungus.';

/** A pack that looks up a medicine for fungus by its brand, and an allergy. */
function packWithList() {
  const pack = smallPack();
  const { en } = pack.texts;
  const words = { 'medicine.fungus': LABEL, 'medicine.own': 'Do not give it.' };
  return {
    ...pack,
    medicines: {
      groups: [
        {
          id: 'fungus',
          facts: ['F2'],
          about: 'medicine' as const,
          generics: [{ name: 'fluconazole' }],
          brands: [{ name: 'Forcan', holds: ['fluconazole'] }],
        },
        { id: 'own', facts: ['F2'], about: 'allergy' as const, generics: [{ name: 'examplin' }] },
      ],
    },
    texts: en ? { ...pack.texts, en: { ...en, texts: { ...en.texts, ...words } } } : pack.texts,
  };
}

async function openSafety(answers: Record<string, unknown> = {}) {
  const { visit } = await openVisit('safe', answers, { pack: packWithList() });
  const card = (id: string) => page.elementLocator(document.querySelector(`[data-field="program.${id}"]`) ?? document.body);
  await expect.element(page.getByRole('radiogroup', { name: 'Medicines she takes' })).toBeVisible();
  return { visit, medicines: card('medicines'), allergies: card('allergies') };
}

const textOf = (part: { element: () => Element }) => expect.poll(() => part.element().textContent);

test('a hit shows at once under the name: what the label says, its source, and never to stop', async () => {
  const { visit, medicines } = await openSafety();
  await medicines.getByText('These').click();
  await medicines.getByRole('textbox', { name: 'Add a medicine' }).fill('Tab. Forcan 150');
  await userEvent.keyboard('{Enter}');
  await textOf(medicines).toContain(LABEL);
  await textOf(medicines).toContain('Forcan (fluconazole)');
  await textOf(medicines).toContain('Don’t stop either medicine; call us.');
  await medicines.getByRole('button', { name: 'Show the source: F2' }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  expect(storedAnswer(visit, 'program.medicines')).toEqual({ known: 'some', names: ['Tab. Forcan 150'] });
});

test('a guess by its spelling is asked about, and counts when it is confirmed', async () => {
  const { visit, medicines } = await openSafety({ 'program.medicines': { known: 'some', names: ['Forkan 150 mg'] } });
  await expect.element(medicines.getByText('Did you mean Forcan (fluconazole)?')).toBeVisible();
  expect(medicines.element().textContent).not.toContain(LABEL);
  await medicines.getByRole('button', { name: 'Yes: write Forcan 150 mg' }).click();
  await textOf(medicines).toContain(LABEL);
  await expect.poll(() => storedAnswer(visit, 'program.medicines')).toEqual({ known: 'some', names: ['Forcan 150 mg'] });
});

test('a guess that is refused leaves a name that isn’t on the list', async () => {
  const { medicines } = await openSafety({ 'program.medicines': { known: 'some', names: ['Forkan'] } });
  await medicines.getByRole('button', { name: 'No, as it is written: Forkan' }).click();
  await expect.element(medicines.getByText('Not on our list. That does not mean it is safe: ask.')).toBeVisible();
});

test('a name that isn’t found is never called safe', async () => {
  const { medicines } = await openSafety({ 'program.medicines': { known: 'some', names: ['Folic acid'] } });
  await expect.element(medicines.getByText('Not on our list. That does not mean it is safe: ask.')).toBeVisible();
});

test('the tablets nobody thinks of are asked for', async () => {
  const { medicines } = await openSafety();
  await expect.element(medicines.getByText(/Chemist’s tablets, Ayurvedic, herbal\?/)).toBeVisible();
});

test('an allergy is looked up among allergies alone', async () => {
  const { allergies, medicines } = await openSafety({
    'program.allergies': { known: 'some', names: ['examplin', 'Forcan'] },
    'program.medicines': { known: 'some', names: ['examplin'] },
  });
  await textOf(allergies).toContain('Do not give it.');
  expect(allergies.element().textContent).not.toContain(LABEL);
  expect(allergies.element().textContent).not.toContain('Not on our list');
  await textOf(medicines).toContain('Not on our list');
});

test('a word that may tell the sex of an embryo is refused at its field with the reason, and is not stored', async () => {
  const { visit, medicines } = await openSafety();
  await medicines.getByText('These').click();
  await medicines.getByRole('textbox', { name: 'Add a medicine' }).fill('for a girl');
  const field = page.getByRole('textbox', { name: 'Medicine 1' });
  await expect.element(field).toHaveAccessibleDescription(/“girl” can’t be printed: it may tell the sex of an embryo/);
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveValue('for a girl');
  expect(storedAnswer(visit, 'program.medicines')).toBeUndefined();
});
