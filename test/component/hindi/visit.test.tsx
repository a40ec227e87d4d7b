import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setWindowLanguage } from '../../../renderer/text/language.ts';
import { memoryVersion } from '../../support/memoryBackend.ts';
import { memoryConsultation } from '../../support/memoryConsultation.ts';
import { openVisit, START } from '../consult/visit.tsx';
import { bilingual, inHindi, isHindi, overflow, summary, visitAt } from './hindi.ts';

inHindi();

describe('a visit in Hindi', () => {
  const sections = ['about', 'fit', 'plan', 'tests', 'safe', 'decide', 'ask', 'check', 'all'];
  test.each(sections)('%s: no English is left, axe finds nothing, and nothing is lost at 200 %%', async (section) => {
    await visitAt(section);
    await isHindi();
    await page.viewport(683, 384);
    expect(overflow()).toBeLessThanOrEqual(0);
  });

  test('the final paper: the same', async () => {
    const { visit, state } = await visitAt('check');
    visit.consultation = { ...visit.consultation, state: 'final' };
    state.versions = [memoryVersion(visit, 1)];
    location.hash = `#/consult/${visit.consultation.id}/final`;
    await expect.element(page.getByRole('heading', { level: 1, name: 'पक्का' })).toBeVisible();
    await isHindi();
  });

  test('the versions of a paper: the same', async () => {
    const final = memoryConsultation(START);
    final.consultation = { ...final.consultation, state: 'final' };
    const versions = [memoryVersion(final, 1, { replacedBy: 2 }), memoryVersion(final, 2)];
    await openVisit(
      'papers',
      START,
      { consultation: final.consultation, pack: bilingual() },
      {},
      { state: { packs: [summary()], versions } },
    );
    await expect.element(page.getByRole('heading', { level: 1, name: 'इस मुलाक़ात के काग़ज़' })).toBeVisible();
    await isHindi();
    await page.viewport(683, 384);
    expect(overflow()).toBeLessThanOrEqual(0);
  });

  test('the amendment: the same, with its list of sections open too', async () => {
    const final = memoryConsultation(START);
    final.consultation = { ...final.consultation, state: 'final' };
    const state = { packs: [summary()], versions: [memoryVersion(final, 1)] };
    await openVisit('final', START, { consultation: final.consultation, pack: bilingual() }, {}, { state });
    await page.getByRole('button', { name: 'सुधारें…' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'काग़ज़ सुधारें' })).toBeVisible();
    await isHindi();
    await page.getByRole('button', { name: /क्या बदल सकते हैं/ }).click();
    await expect.element(page.getByRole('listbox')).toBeVisible();
    await isHindi('[role="listbox"]');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await page.viewport(683, 384);
    expect(overflow()).toBeLessThanOrEqual(0);
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
