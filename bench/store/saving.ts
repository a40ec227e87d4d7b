import { randomBytes } from 'node:crypto';
import { storedPaper } from '../../test/support/storedPaper.ts';
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
const paperOf = (consultationId: string) =>
  storedPaper({
    consultationId,
    rev: 2,
    clinic: { name: 'TEST CLINIC', address: 'Test', dayPhone: '020 1234', nightPhone: '020 1234', emergencyNumbers: ['112'] },
    doctor: { name: 'Dr Test', registration: 'TEST 1' },
    patient: { name: 'Test', recordNumber: 'TEST-1', age: { kind: 'told', years: 30, toldOn: '2026-12-05' } },
    pack: { id: 'topic', version: '1.0', hash: '0'.repeat(64) },
    pdf: new Uint8Array(randomBytes(PAPER_BYTES)),
  });
