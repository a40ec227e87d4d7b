import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { resourcesDir } from './backend.ts';
import type { Client } from './transports.ts';

/** Every answer of the sample visit, as a window saves them; `program` stands in place of some. */
export async function sampleAnswers(program: Record<string, unknown> = {}): Promise<{ key: string; value: unknown }[]> {
  const { answers } = await loadSampleVisit(resourcesDir);
  return [
    ...Object.entries({ ...answers.program, ...program }).map(([id, value]) => ({ key: `program.${id}`, value })),
    ...Object.entries(answers.topic).map(([id, value]) => ({ key: `topic.${id}`, value })),
  ];
}

/** A visit of hers with every answer of the sample visit. */
export async function answeredVisit(client: Client, patientId: string, program?: Record<string, unknown>) {
  const { id: consultationId, code } = await client.consultations.start({ patientId, packId: 'tacrolimus-fertility' });
  const { rev } = await client.consultations.saveAnswers({ consultationId, changes: await sampleAnswers(program), rev: 1 });
  return { consultationId, code, rev };
}

/** The same, made final; `rev` is what the next change of it has to name. */
export async function finalVisit(client: Client, patientId: string, program?: Record<string, unknown>) {
  const { consultationId, code, rev } = await answeredVisit(client, patientId, program);
  const first = await client.consultations.makeFinal({ consultationId, rev });
  return { consultationId, code, first, rev: rev + 1 };
}
