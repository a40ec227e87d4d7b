import { createHash, randomBytes } from 'node:crypto';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Visit } from '#core/domain/visit.ts';
import { timesOf } from '../parts/measure.ts';
import type { Row } from '../parts/report.ts';
import type { Bench } from './barePeer.ts';

const SAVES = 400;
const FINALS = 60;
const KILOBYTE = 1024;
const PAPER_BYTES = 100 * KILOBYTE;

/** Row 4 of the bars: an answer of 1 KB, and a final handout of 100 KB with all that belongs to it. */
export async function measureSaving({ store, actor, peer }: Bench): Promise<Row[]> {
  const drafts = peer.all<{ id: string }>("SELECT id FROM consultation WHERE state = 'draft' ORDER BY seq DESC LIMIT ?", FINALS + 1);
  const [first, ...others] = drafts.map(({ id }) => id);
  if (first === undefined) throw new Error('The clinic has no draft.');
  const text = 'a'.repeat(KILOBYTE);
  let rev = (await store.run('consultations.read', { id: first }, actor))?.rev ?? 0;
  const saves = await timesOf(SAVES, async (index) => {
    const changes = [{ key: 'program.why', value: `${index} ${text}` }];
    const saved = await store.run('consultations.saveAnswers', { id: first, changes, rev }, actor);
    rev = saved.rev;
  });
  const bareSaves = await timesOf(SAVES, () => peer.write(Buffer.from(text)));

  const papers = others.map((id) => paperOf(id));
  const finals = await timesOf(papers.length, async (index) => {
    const paper = papers[index];
    const made = paper && (await store.run('handouts.makeFinal', paper, actor));
    if (!made || 'conflict' in made) throw new Error('The final handout was refused.');
  });
  const bareFinals = await timesOf(papers.length, (index) => peer.write(papers[index]?.pdf ?? new Uint8Array()));
  return [
    { what: 'save an answer of 1 KB', times: saves, bar: 10, peer: { what: 'insert 1 KB', times: bareSaves }, atMost: 8 },
    { what: 'final handout of 100 KB', times: finals, bar: 40, peer: { what: 'insert 100 KB', times: bareFinals }, atMost: 5 },
  ];
}

/** A paper as large as a real one; what stands in it doesn't matter to the store. */
function paperOf(consultationId: string) {
  const clinic = { name: 'TEST CLINIC', address: 'Test', dayPhone: '020 1234', nightPhone: '020 1234', emergencyNumbers: ['112'] };
  const doctor = { name: 'Dr Test', registration: 'TEST 1' };
  const pack = { id: 'topic', version: '1.0', hash: '0'.repeat(64) };
  const visit: Visit = {
    format: 1,
    sample: false,
    code: 'CL-TEST-TEST',
    clinic,
    doctor,
    patient: { name: 'Test', recordNumber: 'TEST-1', age: { kind: 'told', years: 30, toldOn: '2026-12-05' } },
    visitDate: '2026-12-05',
    timeZone: 'Asia/Kolkata',
    pack,
    answers: { program: {}, topic: {} },
  };
  const model: HandoutModel = {
    format: 1,
    language: 'en',
    paper: 'A4',
    title: 'Handout',
    createdAt: '2026-12-05T05:12:00.000Z',
    band: { name: clinic.name, address: clinic.address, phones: [] },
    identity: { name: 'Test', record: '', age: '', visit: '', doctor: '' },
    furniture: { footer: '', pageOf: '', across: [] },
    act: [],
    calendar: [],
    explain: [],
  };
  const pdf = new Uint8Array(randomBytes(PAPER_BYTES));
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return {
    consultationId,
    rev: 2,
    visit,
    model,
    language: 'en' as const,
    pdf,
    sha256,
    pages: 4,
    madeBy: doctor.name,
    clinicCopy: { pdf, sha256, pages: 1 },
  };
}
