import { evaluate } from '#core/domain/evaluate.ts';
import type { Pack } from '#core/domain/pack.ts';
import type { Visit } from '#core/domain/visit.ts';
import { decided, type Row } from './row.ts';

/** What the program would still ask for before "final", as of the day of the visit. */
export function gateRows(visit: Visit, pack: Pack): Row[] {
  const { gate, conflicts } = evaluate({
    pack,
    answers: visit.answers,
    today: visit.visitDate,
    opened: [],
    clinicReady: true,
    approved: true,
  });
  const asked = gate.filter(({ id }) => id !== 'approval' && id !== 'clinic');
  return [
    ...asked.map(({ id, state, field }) =>
      decided(`Before final: ${id}`, 'given, without contradiction', `${state} (${field})`, state === 'ready'),
    ),
    ...conflicts
      .filter(({ blocks }) => !blocks)
      .map(({ id, field }): Row => ({ what: `Worth a look: ${id}`, bar: 'meant so', found: field, result: 'reader' })),
    {
      what: 'Words of the topic',
      bar: 'approved by the clinic’s doctor',
      found: `${visit.pack.id} ${visit.pack.version}`,
      result: 'reader',
    },
  ];
}
