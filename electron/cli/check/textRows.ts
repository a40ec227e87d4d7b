import type { Block, HandoutModel } from '#core/domain/handoutModel.ts';
import type { Labels } from '#core/domain/labels.ts';
import { printedIn, squeezed, standsIn, textsOnPaper } from './paperTexts.ts';
import type { ReadPdf } from './readPdf.ts';
import { decided, listed, type Row } from './row.ts';
import { type PaperSection, structureText } from './sections.ts';
import { type StructureElement, walk } from './structureOf.ts';

const UNIT = '(?:mg|mcg|µg|g|ml|mL|mm|cm|am|pm)(?![\\p{L}\\p{N}])';
const found = (pattern: string, text: string) => text.match(new RegExp(pattern, 'gu')) ?? [];

/** How doses, dates and digits are written. */
export function formatRows(pdf: ReadPdf): Row[] {
  const text = pdf.pages.map((page) => page.text).join(' ');
  const split = pdf.pages.flatMap(({ lines }) =>
    lines.filter((line, index) => /\d\s*$/.test(line) && new RegExp(`^\\s*${UNIT}`, 'u').test(lines[index + 1] ?? '')),
  );
  const zeros = found(`\\d+\\.\\d*0\\s*${UNIT}|(?<![\\d.])\\.\\d+\\s*${UNIT}`, text);
  const dates = found('(?<![\\d-])\\d{4}-\\d{2}-\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}(?!\\d)', text);
  const digits = found('(?![0-9])\\p{Nd}+', text);
  return [
    decided('Doses', 'no trailing zero (1 mg), a leading zero (0.5 mg)', listed(zeros, 'all'), zeros.length === 0),
    decided('Number and unit', 'never on two lines', listed(split, 'never'), split.length === 0),
    decided('Dates', 'as 05-Dec-2026', listed(dates, 'all'), dates.length === 0),
    decided('Digits', '0 to 9 in every language', listed(digits, 'all'), digits.length === 0),
  ];
}

/** The tree that a screen reader walks. */
export function structureRows(pdf: ReadPdf, roots: readonly StructureElement[]): Row[] {
  const all = roots.flatMap(walk);
  const ofRole = (role: string) => all.filter((element) => element.role === role);
  const headless = ofRole('Table').filter(({ children }) => !children.some((row) => row.children.some(({ role }) => role === 'TH')));
  const faults = [
    ...(ofRole('H1').length === 1 ? [] : [`${ofRole('H1').length} titles of the first level`]),
    ...(ofRole('H2').length > 0 ? [] : ['no headings']),
    ...(squeezed(pdf.bookmarks.join()) ===
    squeezed(
      ofRole('H2')
        .map(({ text }) => text)
        .join(),
    )
      ? []
      : ['bookmarks are not the headings']),
    ...headless.map(() => 'a table without header cells'),
    ...ofRole('Figure').flatMap(({ alt }) => (alt ? [] : ['a figure without a text'])),
    ...(pdf.title === '' ? ['no title'] : []),
    ...(pdf.language === '' ? ['no language'] : []),
  ];
  return [
    decided(
      'Structure for screen readers',
      'headings, tables, figures, title, language',
      listed(faults, `${all.length} elements`),
      faults.length === 0,
    ),
  ];
}

function pageOf(pdf: ReadPdf, text: string): number {
  return pdf.pages.findIndex((page) => standsIn(page.text, text)) + 1;
}

/** Dose and red flags on page 1, or red flags whole on page 2 with a pointer; the headings alone when there is no model. */
export function pageOneRows(pdf: ReadPdf, sections: readonly PaperSection[], labels: Labels, model: HandoutModel | undefined): Row[] {
  const bar = 'page 1';
  if (!model) {
    const places = [labels.plan.title, labels.redFlags.title].map((title) => ({
      title,
      page: sections.find((each) => squeezed(each.title) === squeezed(title))?.page,
    }));
    const printed = places.flatMap(({ title, page }) => (page === undefined ? [] : [`${title} ${page}`]));
    return [{ what: 'Dose and red flags', bar, found: `pages: ${printed.join(', ') || 'neither is printed'}`, result: 'reader' }];
  }
  const blockOf = <K extends Block['kind']>(kind: K) =>
    model.act.find((block): block is Extract<Block, { kind: K }> => block.kind === kind);
  const plan = blockOf('plan');
  const flags = blockOf('redFlags');
  const rows: Row[] = [];
  if (plan) {
    const pages = [plan.medicine, plan.sum, plan.notice].flatMap((text) => (text === undefined ? [] : [pageOf(pdf, text)]));
    rows.push(
      decided(
        'Dose',
        bar,
        `page ${[...new Set(pages)].join(', ') || 'none to print'}`,
        pages.every((page) => page === 1),
      ),
    );
  }
  if (flags) {
    const pages = [...new Set([...flags.signs, flags.call, flags.emergency, flags.show].map((text) => pageOf(pdf, text)))];
    const points = flags.elsewhere !== undefined && standsIn(pdf.pages[0]?.text ?? '', flags.elsewhere);
    const passes = pages.length === 1 && (pages[0] === 1 || (pages[0] === 2 && points));
    rows.push(
      decided('Red flags', 'whole on page 1, or on 2 with a pointer', `page ${pages.join(', ')}${points ? ' with a pointer' : ''}`, passes),
    );
  }
  return rows;
}

/** On a paper in both languages: each block of one language is read whole, under its heading and in that language. */
function bothRows(sections: readonly PaperSection[], model: HandoutModel): Row[] {
  const { beside } = model;
  if (!beside) return [];
  const firsts = [...model.act, ...model.explain].filter(({ kind }) => beside.blocks.some((block) => block.kind === kind));
  const torn = [
    ...firsts.map((block) => ({ block, language: model.language })),
    ...beside.blocks.map((block) => ({ block, language: beside.language })),
  ]
    .filter(({ block, language }) => {
      const titles = [block.title, ...(block.kind === 'plan' && block.more ? [block.more.title] : [])].map(squeezed);
      const read = sections
        .filter((section) => section.language === language && titles.includes(squeezed(section.title)))
        .map(({ title, elements }) => [title, ...elements.map(({ text }) => text)].join(' '))
        .join(' ');
      return printedIn(block).some((text) => !standsIn(read, text));
    })
    .map(({ block }) => block.title);
  return [decided('Both languages', 'one language’s block read after the other’s', listed(torn, 'each read whole'), torn.length === 0)];
}

/** Every text of the model is on the paper, and its blocks are read in the model's order. */
export function modelRows(roots: readonly StructureElement[], sections: readonly PaperSection[], model: HandoutModel): Row[] {
  const read = structureText(roots);
  const { footer: _footer, ...furniture } = model.furniture;
  const lost = textsOnPaper({ ...model, furniture: { ...furniture, footer: '' } }).filter((text) => !standsIn(read, text));
  const titles = sections.map(({ title }) => squeezed(title));
  const besideOf = ({ kind }: Block) => model.beside?.blocks.filter((block) => block.kind === kind) ?? [];
  const order = [...model.calendar, ...model.explain]
    .flatMap((block) => [block, ...besideOf(block)])
    .map(({ title }) => titles.indexOf(squeezed(title)));
  const inOrder = !order.includes(-1) && order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0));
  return [
    decided('Texts of the visit', 'all on the paper', listed(lost, 'all'), lost.length === 0),
    decided('Reading order', 'as the blocks follow each other', inOrder ? 'kept' : 'not kept', inOrder),
    ...bothRows(sections, model),
  ];
}
