import { createHash } from 'node:crypto';
import type { FrozenPaper } from '#backend/store/store.ts';
import type { PackRef } from '#core/domain/pack.ts';
import type { Clinic, Doctor, PatientOnPaper } from '#core/domain/visit.ts';
import { clinicCopyBytes } from './clinicCopyBytes.ts';

interface PaperOf {
  consultationId: string;
  /** The revision of the answers that it is made from. */
  rev: number;
  clinic: Clinic;
  doctor: Doctor;
  patient: PatientOnPaper;
  pack: PackRef;
  /** The bytes of the paper hold it, with her name. */
  text?: string;
  /** The bytes of the paper, where their number matters. */
  pdf?: Uint8Array;
}

/** A paper as the store takes it: what stands in it doesn't matter to the store. */
export function storedPaper(of: PaperOf): FrozenPaper {
  const { consultationId, rev, clinic, doctor, pack } = of;
  const { name, recordNumber, age } = of.patient;
  const pdf = of.pdf ?? new TextEncoder().encode(`%PDF-1.7 ${of.text ?? 'a handout'} of ${name}`);
  return {
    consultationId,
    rev,
    visit: {
      format: 1,
      sample: false,
      code: 'CL-7K2M-94QX',
      clinic,
      doctor,
      patient: { name, recordNumber, age },
      visitDate: '2026-12-05',
      timeZone: 'Asia/Kolkata',
      pack,
      answers: { program: {}, topic: {} },
    },
    model: {
      format: 1,
      language: 'en',
      paper: 'A4',
      title: 'Handout',
      createdAt: '2026-12-05T05:12:00.000Z',
      band: { name: clinic.name, address: clinic.address, phones: [] },
      identity: { name, record: '', age: '', visit: '', doctor: '' },
      furniture: { footer: '', pageOf: '', across: [] },
      act: [],
      calendar: [],
      explain: [],
    },
    language: 'en',
    pdf,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    pages: 4,
    madeBy: doctor.name,
    clinicCopy: clinicCopyBytes,
  };
}
