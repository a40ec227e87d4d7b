import { expect, test } from 'vitest';
import type { PrintEvent } from '#core/domain/printing.ts';
import { storedPaper } from '../../support/storedPaper.ts';
import { directStore } from './direct.ts';
import { clinic, doctor, newConsultation, pack, sunita } from './folder.ts';

const JOBS = 2000;
const EVENTS: PrintEvent[] = [
  { kind: 'asked', order: { printer: 'Front desk', copies: 1, parts: ['paper'] } },
  { kind: 'sending', part: 'paper' },
  { kind: 'sent', part: 'paper', spool: '7' },
  { kind: 'partDone', part: 'paper' },
  { kind: 'done' },
  { kind: 'cameOut', answer: 'allRight' },
  { kind: 'handedOver', to: { kind: 'herself' }, checked: 'recordNumber' },
  { kind: 'filed' },
];

test('ten thousand rows are read page by page, each once, and one patient’s are found among them', async () => {
  const store = directStore();
  const { run, opened, actor } = store;
  const others = await newConsultation({ run: async (...args) => run(...args) });
  const hers = await newConsultation({ run: async (...args) => run(...args) }, { ...sunita, recordNumber: 'B-7' }, 'CL-7K2M-94QY');
  const versions = [others, hers].map(({ consultation }) => {
    const made = run('handouts.makeFinal', storedPaper({ consultationId: consultation.id, rev: 1, clinic, doctor, patient: sunita, pack }));
    return 'id' in made ? made.id : '';
  });
  opened.change(() => {
    for (let n = 0; n < JOBS; n += 1) {
      const { id } = run('printing.reprint', { versionId: versions[n === 700 ? 1 : 0] ?? '' });
      const at = new Date(Date.parse('2026-12-01T00:00:00Z') + n * 60_000).toISOString();
      for (const event of EVENTS)
        opened.sql.run(
          'INSERT INTO print_event (job_id, event, user_id, at) VALUES (?, ?, ?, ?)',
          id,
          JSON.stringify(event),
          actor.userId,
          at,
        );
    }
  });
  const seqs: number[] = [];
  for (let before: number | null = null; ; before = seqs.at(-1) ?? null) {
    const { rows, more } = run('printing.history', { filter: {}, before, limit: 500 });
    seqs.push(...rows.map(({ seq }) => seq));
    if (!more) break;
  }
  expect(seqs).toHaveLength(JOBS * 5);
  expect(new Set(seqs).size).toBe(JOBS * 5);
  expect(seqs).toEqual([...seqs].sort((one, other) => other - one));
  const of = (filter: Parameters<typeof run<'printing.history'>>[1]['filter']) =>
    run('printing.history', { filter, before: null, limit: 9 });
  const { rows, more } = of({ patientId: hers.patient.id });
  expect([rows.map(({ act }) => act), more]).toEqual([['filed', 'handedOver', 'allRight', 'printed', 'asked'], false]);
  expect(rows[0]).toMatchObject({ patient: { recordNumber: 'B-7' }, code: 'CL-7K2M-94QY', by: doctor.name });
  const minute = of({ from: '2026-12-01T00:03:00.000Z', until: '2026-12-01T00:04:00.000Z', kinds: ['handedOver', 'filed'] });
  expect(minute.rows.map(({ act, at }) => [act, at])).toEqual([
    ['filed', '2026-12-01T00:03:00.000Z'],
    ['handedOver', '2026-12-01T00:03:00.000Z'],
  ]);
});
