import type { Consultation } from '#core/contract/shapes.ts';
import type { Pack } from '#core/domain/pack.ts';
import { smallPack } from './smallPack.ts';

const ID = '00000000-0000-4000-8000-0000000000c1';
const USER = '00000000-0000-4000-8000-000000000001';
const NOW = '2026-12-02T05:12:00.000Z';

/** What a backend in memory holds of the one consultation that a test opens. */
export interface MemoryConsultation {
  consultation: Consultation;
  pack: Pack;
  /** Bytes of the paper in base64; null: it can't be drawn. */
  paper: string | null;
  /** Refuses every save with this message while it is set. */
  refuses: string | null;
  /** What somebody else saves just before the next save of the same answer. */
  meanwhile: { key: string; value: unknown } | null;
}

/** A draft of the small pack with some answers, by row id. */
export function memoryConsultation(answers: Record<string, unknown> = {}): MemoryConsultation {
  const pack = smallPack();
  return {
    pack,
    paper: null,
    refuses: null,
    meanwhile: null,
    consultation: {
      id: ID,
      code: 'CL-7K2M-94QX',
      patient: {
        id: '00000000-0000-4000-8000-0000000000a1',
        name: 'SUNITA DEVI (sample)',
        recordNumber: 'SF-00-4821',
        age: { kind: 'told', years: 32, toldOn: '2026-12-02' },
        rev: 1,
        addedAt: NOW,
      },
      pack: { id: pack.id, version: pack.version, hash: 'a'.repeat(64) },
      visitDate: '2026-12-02',
      state: 'draft',
      rev: 1,
      place: null,
      opened: [],
      answers: Object.entries(answers).map(([key, value]) => ({ key, value, savedAt: NOW, userId: USER })),
      savedAt: NOW,
    },
  };
}

/** The value of an answer as the backend holds it; undefined while there is none. */
export function storedAnswer({ consultation }: MemoryConsultation, key: string): unknown {
  return consultation.answers.find((row) => row.key === key)?.value;
}

/** Puts an answer into the consultation, as a save does. */
export function storeAnswer(memory: MemoryConsultation, key: string, value: unknown): void {
  const others = memory.consultation.answers.filter((row) => row.key !== key);
  const rows = value === null ? others : [...others, { key, value, savedAt: NOW, userId: USER }];
  memory.consultation = { ...memory.consultation, answers: rows, rev: memory.consultation.rev + 1 };
}
