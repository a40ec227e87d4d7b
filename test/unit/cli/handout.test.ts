import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { type PdfRenderer, RenderFault } from '#backend/documents/renderer.ts';
import { type Visit, visitSchema } from '#core/domain/visit.ts';
import { handoutCommand, visitJsonSchema } from '../../../electron/cli/handoutCommand.ts';
import { type BuiltPdfWorker, builtPdfWorker } from '../../support/pdfWorker.ts';
import { captured, emptyFolder } from './captured.ts';

let worker: BuiltPdfWorker;

const renderer = () => createPdfRenderer(worker);
const neverRendered = (): PdfRenderer => {
  throw new Error('Nothing was to be rendered.');
};

beforeAll(async () => {
  worker = await builtPdfWorker();
});

async function exampleOf(): Promise<Visit> {
  const { io, out } = captured();
  expect(await handoutCommand(['--example'], io, neverRendered)).toBe(0);
  return JSON.parse(out().toString());
}

describe('handout --example', () => {
  test('writes a complete visit that the schema takes as it stands', async () => {
    const example = await exampleOf();
    expect(visitSchema.parse(example)).toEqual(example);
    expect(example.pack).toMatchObject({ id: 'tacrolimus-fertility', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

describe('handout --schema', () => {
  test('documents every field of a visit', () => {
    const bare: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if (Array.isArray(node)) {
        for (const item of node) walk(item, path);
        return;
      }
      const { properties, items, additionalProperties, anyOf, oneOf, allOf } = node as Record<string, unknown>;
      for (const [key, field] of Object.entries(properties ?? {})) {
        if (!('description' in Object(field))) bare.push(`${path}.${key}`);
        walk(field, `${path}.${key}`);
      }
      for (const inner of [items, additionalProperties, anyOf, oneOf, allOf]) walk(inner, path);
    };
    walk(visitJsonSchema(), 'visit');
    expect(bare).toEqual([]);
  });

  test('prints that schema', async () => {
    const { io, out } = captured();
    expect(await handoutCommand(['--schema'], io, neverRendered)).toBe(0);
    expect(JSON.parse(out().toString())).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['format', 'clinic', 'pack', 'answers']),
    });
  });
});

describe('handout --in --out', () => {
  test('renders the example to a file and to standard output: the same bytes', async () => {
    const folder = emptyFolder();
    const source = JSON.stringify(await exampleOf());
    writeFileSync(join(folder, 'visit.json'), source);
    const file = captured();
    expect(await handoutCommand(['--in', join(folder, 'visit.json'), '--out', join(folder, 'visit.pdf')], file.io, renderer)).toBe(0);
    expect(file.errors).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['visit.json', 'visit.pdf']);
    const piped = captured(source);
    expect(await handoutCommand(['--in', '-', '--out', '-'], piped.io, renderer)).toBe(0);
    const pdf = readFileSync(join(folder, 'visit.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(piped.out().equals(pdf)).toBe(true);
  });

  test.each<[string, (visit: Visit) => unknown, string[]]>([
    ['a missing field', ({ clinic, ...rest }) => rest, ['clinic: ']],
    ['a field that no visit has', (visit) => ({ ...visit, colour: 'red' }), ['colour: ']],
    [
      'two faults',
      (visit) => ({ ...visit, visitDate: '2026-02-30', patient: { ...visit.patient, name: '' } }),
      ['patient.name: ', 'visitDate: '],
    ],
    [
      'a dose below a unit',
      (visit) => ({
        ...visit,
        answers: { ...visit.answers, program: { ...visit.answers.program, units: { morning: 0.5, noon: 0, evening: 0, bedtime: 1 } } },
      }),
      ['answers.program.units.morning: '],
    ],
    [
      'an answer out of range',
      (visit) => ({
        ...visit,
        answers: { ...visit.answers, topic: { ...visit.answers.topic, failedCycles: { state: 'known', value: 99 } } },
      }),
      ['answers.topic.failedCycles.value: '],
    ],
    [
      'a question that the topic lacks',
      (visit) => ({ ...visit, answers: { ...visit.answers, topic: { zodiac: { state: 'notKnown' } } } }),
      ['answers.topic.zodiac: '],
    ],
    ['another hash of the pack', (visit) => ({ ...visit, pack: { ...visit.pack, hash: 'f'.repeat(64) } }), ['pack.hash: ']],
    ['another version of the pack', (visit) => ({ ...visit, pack: { ...visit.pack, version: '9.9' } }), ['pack.version: ']],
    ['an unknown topic', (visit) => ({ ...visit, pack: { ...visit.pack, id: 'astrology' } }), ['pack.id: ']],
    ['no object at all', () => [1, 2], ['visit: ']],
  ])('names %s with its path, gives exit code 2 and writes nothing', async (_, change, paths) => {
    const folder = emptyFolder();
    const { io, errors, out } = captured(JSON.stringify(change(await exampleOf())));
    expect(await handoutCommand(['--in', '-', '--out', join(folder, 'visit.pdf')], io, neverRendered)).toBe(2);
    expect(errors.map((line) => paths.find((path) => line.startsWith(path)) ?? line).sort()).toEqual([...paths].sort());
    for (const line of errors) expect(line).toMatch(/^\S+: [A-Z“–][^\n]*\.$/);
    expect(readdirSync(folder)).toEqual([]);
    expect(out().length).toBe(0);
  });

  test('leaves the file of before as it was when the new visit is bad', async () => {
    const folder = emptyFolder();
    const target = join(folder, 'visit.pdf');
    writeFileSync(target, 'before');
    expect(await handoutCommand(['--in', '-', '--out', target], captured('{}').io, neverRendered)).toBe(2);
    expect(readFileSync(target, 'utf8')).toBe('before');
  });

  test.each(['hi', 'both'] as const)('names a required text that the topic lacks in %s, and writes nothing', async (language) => {
    const lacking = (stdin?: string) => {
      const made = captured(stdin);
      const words = join(made.io.resourcesDir, 'packs/tacrolimus-fertility/text/hi.yaml');
      writeFileSync(words, readFileSync(words, 'utf8').replace(/^ {2}red\.fever: .*\n/m, ''));
      return made;
    };
    const { io: source, out } = lacking();
    expect(await handoutCommand(['--example'], source, neverRendered)).toBe(0);
    const example: Visit = JSON.parse(out().toString());
    const visit = { ...example, answers: { ...example.answers, program: { ...example.answers.program, language } } };
    const folder = emptyFolder();
    const { io, errors } = lacking(JSON.stringify(visit));
    expect(await handoutCommand(['--in', '-', '--out', join(folder, 'visit.pdf')], io, renderer)).not.toBe(0);
    expect(errors.join('\n')).toMatch(/Hindi.*“red\.fever”/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says where the JSON breaks without a word of what it holds', async () => {
    const { io, errors } = captured('{"patient": {"name": "SUNITA" DEVI}}');
    expect(await handoutCommand(['--in', '-', '--out', '-'], io, neverRendered)).toBe(2);
    expect(errors).toEqual([expect.stringMatching(/^--in: Mend the JSON/)]);
    expect(errors.join()).not.toMatch(/SUNITA|DEVI/);
  });

  test('leaves nothing behind when the paper can’t be laid out or written', async () => {
    const folder = emptyFolder();
    const source = JSON.stringify(await exampleOf());
    const failing = (): PdfRenderer => ({
      render: () => Promise.reject(new RenderFault('It took too long.')),
      renderRecoveryKey: () => Promise.reject(new RenderFault('It took too long.')),
      renderDeskPaper: () => Promise.reject(new RenderFault('It took too long.')),
      warm: async () => undefined,
      forget: () => undefined,
      close: async () => undefined,
    });
    const broken = captured(source);
    expect(await handoutCommand(['--in', '-', '--out', join(folder, 'visit.pdf')], broken.io, failing)).toBe(1);
    expect(broken.errors).toEqual(['--in: It took too long.']);
    const nowhere = captured(source);
    expect(await handoutCommand(['--in', '-', '--out', join(folder, 'no', 'visit.pdf')], nowhere.io, renderer)).toBe(1);
    expect(nowhere.errors).toEqual(['--out: The handout can’t be written: there is no such file or folder.']);
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  test.each([
    ['no file', ['--in', '/nowhere/visit.json', '--out', '-'], /^--in: The visit can’t be read/],
    ['an unknown option', ['--colour'], /--colour.*see --help/],
    ['half of the options', ['--in', 'visit.json'], /both --in and --out/],
    ['nothing', [], /npm run --silent handout/],
  ])('says what to do with %s', async (_, args, says) => {
    const { io, errors } = captured();
    expect(await handoutCommand(args, io, neverRendered)).toBe(2);
    expect(errors.join('\n')).toMatch(says);
  });
});
