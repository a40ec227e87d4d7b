import axe from 'axe-core';
import { flushSync } from 'react-dom';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { parse } from 'yaml';
import { type Pack, packSchema } from '#core/domain/pack.ts';
import { evidenceCount, type PatientScreen, patientScreen } from '#core/domain/patientScreen.ts';
import { BlankView, TestView } from '../../../renderer/patientScreen/OtherViews.tsx';
import { SectionView } from '../../../renderer/patientScreen/SectionView.tsx';
import { setWindowLanguage } from '../../../renderer/text/language.ts';
import { latinOnPage } from '../../support/latin.ts';
import { render, unmount } from '../../support/render.tsx';

afterEach(unmount);

/** What stands in Latin letters in Hindi too; and the title that the test's own page has. */
const NAMES = ['IVIG', 'Vitest Browser Tester'];

const files = import.meta.glob<string>('../../../templates/packs/*/**/*.yaml', { query: '?raw', import: 'default', eager: true });

/** The packs that ship, read here: the program's own reader needs Node. */
function shippedPacks(): Pack[] {
  const topics = new Set(Object.keys(files).map((path) => path.split('/packs/')[1]?.split('/')[0]));
  return [...topics].map((topic) => {
    const own = Object.entries(files).filter(([path]) => path.includes(`/packs/${topic}/`));
    const parts = own.filter(([path]) => !path.includes('/text/')).map(([, text]) => parse(text));
    const texts = Object.fromEntries(
      own.filter(([path]) => path.includes('/text/')).map(([path, text]) => [path.slice(-7, -5), parse(text)]),
    );
    return packSchema.parse({ ...Object.assign({}, ...parts), texts });
  });
}

const screens: { name: string; screen: PatientScreen }[] = shippedPacks().flatMap((pack) =>
  pack.sections.flatMap(({ id }) =>
    pack.languages.flatMap((language) =>
      [null, ...Array.from({ length: evidenceCount(pack, id) }, (_, index) => index)].flatMap((evidence) => {
        const screen = patientScreen(pack, { section: id, language, evidence });
        return screen ? [{ name: `${pack.id} ${id} ${language} ${evidence ?? ''}`, screen }] : [];
      }),
    ),
  ),
);

/** Words that are cut off, hang over each other's edge, or are too small to be read from a chair, in pixels of the screen. */
function faults(smallest: number): string[] {
  const area = document.querySelector('main');
  if (!area) return ['nothing is shown'];
  const scrolls = area.scrollHeight > area.clientHeight || area.scrollWidth > area.clientWidth;
  const texts = [...area.querySelectorAll('h1, p, li > span, figcaption, small')].filter((each) => each.textContent);
  const outside = texts.filter((each) => {
    const { left, top, right, bottom } = each.getBoundingClientRect();
    return left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5 || each.scrollWidth > each.clientWidth + 1;
  });
  const small = texts.filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < smallest);
  const clipped = outside.filter((each) => getComputedStyle(each).display !== 'inline');
  return [
    ...(scrolls ? ['it would scroll'] : []),
    ...clipped.map((each) => `cut off: ${each.textContent}`),
    ...small.map((each) => `small: ${each.textContent}`),
  ];
}

beforeAll(async () => {
  await Promise.all(
    ['Noto Sans', 'Mukta'].flatMap((font) => ['400', '600', '700'].map((weight) => document.fonts.load(`${weight} 20px "${font}"`, 'aक'))),
  );
});

test.each([
  [1024, 768, 17],
  [1366, 768, 18],
  [1920, 1080, 24],
])('at %i × %i every section of every topic fits in both languages, large, nothing cut off', async (width, height, smallest) => {
  await page.viewport(width, height);
  expect(screens.length).toBeGreaterThan(60);
  const found: string[] = [];
  for (const { name, screen } of screens) {
    setWindowLanguage(screen.language);
    flushSync(() => render(<SectionView screen={screen} />));
    expect(document.querySelector('h1')?.textContent).toBe(screen.title);
    const points = [...document.querySelectorAll('li')].map((each) => Number.parseFloat(getComputedStyle(each).fontSize));
    const said = [...document.querySelectorAll('li, h1 ~ div > p:first-child')].map((each) =>
      Number.parseFloat(getComputedStyle(each).fontSize),
    );
    if (points.some((size) => size < height / 32)) found.push(`${name}: points of ${Math.min(...points)} px`);
    if (said.some((size) => size < height / 34)) found.push(`${name}: words of ${Math.min(...said)} px`);
    for (const picture of document.querySelectorAll('li svg')) {
      if (picture.getBoundingClientRect().width < 24) found.push(`${name}: a picture too small to be seen`);
    }
    if (screen.language === 'hi') found.push(...latinOnPage(NAMES).map((text) => `${name}: English: ${text}`));
    found.push(...faults(smallest).map((fault) => `${name}: ${fault}`));
  }
  setWindowLanguage('en');
  expect(found).toEqual([]);
});

test('section, evidence with a drawing, test picture and blank have no fault that axe finds', async () => {
  await page.viewport(1366, 768);
  const drawn = screens.find(({ screen }) => screen.evidence?.chart)?.screen;
  const plain = screens[0]?.screen;
  if (!drawn || !plain) throw new Error('There is a section with points and one with a drawing.');
  for (const view of [
    <SectionView key="a" screen={plain} />,
    <SectionView key="b" screen={drawn} />,
    <TestView key="c" />,
    <BlankView key="d" />,
  ]) {
    flushSync(() => render(view));
    const { violations } = await axe.run(document);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
  flushSync(() => render(<SectionView screen={drawn} />));
  expect(document.querySelectorAll('svg circle')).toHaveLength(200);
  expect([...document.querySelectorAll('svg[role=img]')].map((each) => each.getAttribute('aria-label'))).toEqual([
    'With the steroid: about 38 of 100 women',
    'With a dummy tablet: about 39 of 100 women',
  ]);
  await expect.element(page.getByText('135 of 357 women')).toBeVisible();
});
