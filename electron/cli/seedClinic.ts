import type { SampleVisit } from '#backend/packs/loadSampleVisit.ts';
import type { LoadedPack } from '#backend/packs/packs.ts';
import { insertAnswer } from '#backend/store/commands/answerRows.ts';
import { consultationCommands } from '#backend/store/commands/consultations.ts';
import { type CommandContext, Views } from '#backend/store/commands/context.ts';
import { packCommands } from '#backend/store/commands/packs.ts';
import { patientCommands } from '#backend/store/commands/patients.ts';
import { createStore } from '#backend/store/createStore.ts';
import { lockFolder } from '#backend/store/folderLock.ts';
import type { Migration } from '#backend/store/migrate.ts';
import type { OpenStore } from '#backend/store/openStore.ts';
import type { Actor, FrozenPaper } from '#backend/store/store.ts';
import { makeFolder, storeFiles } from '#backend/store/storeFolder.ts';
import type { Visit } from '#core/domain/visit.ts';
import { inventedPatient, type Random, seededRandom } from './seedPeople.ts';

/** How many patients or visits go into one transaction. */
const BATCH = 2000;
const DAY_MS = 86_400_000;
/** Over how many days the clinic's visits are spread; the last one is yesterday. */
const DAYS = 730;
/** Answers of a visit that stays a draft; a final one has all of them. */
const DRAFT_ANSWERS = ['language', 'why', 'nextStep', 'allergies', 'medicines'] as const;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type Paper = Omit<FrozenPaper, 'consultationId' | 'rev'>;

export interface SeedOptions {
  /** The clinic's own folder, where its store will lie. Must hold none. */
  folder: string;
  patients: number;
  visitsEach: number;
  /** How many visits are final, with a real paper each. */
  finals: number;
  seed: number;
  password: string;
  migrations: readonly Migration[];
  pack: LoadedPack & { pack: NonNullable<LoadedPack['pack']>; ref: NonNullable<LoadedPack['ref']> };
  /** Clinic, doctor and answers come from it. */
  sample: SampleVisit;
  now: Date;
  /** Renders the paper of a final visit; not called when there are none. */
  paperOf: (visit: Visit, madeAt: string) => Promise<Paper>;
  /** Hears how much of all patients and visits is done, from 0 to 1. */
  progress: (done: number) => void;
}

export interface Seeded {
  patients: number;
  visits: number;
  finals: number;
  recoveryKey: string;
}

function codeOf(random: Random): string {
  const group = () => Array.from({ length: 4 }, () => CROCKFORD.charAt(Math.floor(random() * CROCKFORD.length))).join('');
  return `CL-${group()}-${group()}`;
}

/** Answers as rows: a key and a value each, as the program saves them. */
function answerRows(answers: Visit['answers'], only?: readonly string[]): { key: string; value: unknown }[] {
  return Object.entries(answers).flatMap(([area, values]) =>
    Object.entries(values)
      .filter(([key]) => !only || (area === 'program' ? only.includes(key) : only.length > 0))
      .map(([key, value]) => ({ key: `${area}.${key}`, value })),
  );
}

/** Fills an open store inside its transactions, in the order of time. */
class Filler {
  readonly #opened: OpenStore;
  readonly #userId: string;
  readonly #options: SeedOptions;
  readonly #random: Random;
  readonly #context: CommandContext;
  readonly #packJson: string;
  readonly #draft: { key: string; value: unknown }[];
  readonly #codes = new Set<string>();
  readonly patientIds: string[] = [];

  constructor(opened: OpenStore, userId: string, options: SeedOptions) {
    this.#opened = opened;
    this.#userId = userId;
    this.#options = options;
    this.#random = seededRandom(options.seed);
    this.#context = { sql: opened.sql, audit: opened.audit, views: new Views() };
    this.#packJson = JSON.stringify(options.pack.pack);
    this.#draft = answerRows(options.sample.answers, DRAFT_ANSWERS).slice(0, 8);
  }

  /** Who does it at which instant: `part` of all the time that the clinic has been working. */
  #actor(part: number): Actor {
    const { now } = this.#options;
    return { userId: this.#userId, at: new Date(Math.floor(now.getTime() - DAY_MS - (1 - part) * DAYS * DAY_MS)).toISOString() };
  }

  approve(): void {
    const { pack, sample } = this.#options;
    this.#opened.change(() => {
      for (const language of pack.pack.languages)
        packCommands['approvals.add'](this.#context, { pack: pack.ref, language, by: sample.doctor.name }, this.#actor(0));
    });
  }

  addPatient(number: number, part: number): void {
    const actor = this.#actor(part);
    const patient = inventedPatient(this.#random, number, actor.at.slice(0, 10));
    this.patientIds.push(patientCommands['patients.add'](this.#context, patient, actor).id);
  }

  /** A visit with its answers; gives its id and code. */
  addVisit(patientId: string, part: number, answers = this.#draft) {
    const actor = this.#actor(part);
    const { pack } = this.#options;
    const visitDate = actor.at.slice(0, 10);
    let code = codeOf(this.#random);
    while (this.#codes.has(code)) code = codeOf(this.#random);
    this.#codes.add(code);
    const { sql, audit } = this.#context;
    const { id } = consultationCommands['consultations.start'](
      this.#context,
      { patientId, code, pack: pack.ref, packJson: this.#packJson, visitDate },
      actor,
    );
    for (const { key, value } of answers) insertAnswer(sql, { consultationId: id, key, value, rev: 2 }, actor);
    sql.run('UPDATE consultation SET rev = 2, saved_at = ? WHERE id = ?', actor.at, id);
    audit.add('consultation.answer', id, actor);
    return { id, code, actor };
  }

  /** Does the work for each number up to `count`, in batches; `report` hears how many are done. */
  inBatches(count: number, work: (index: number) => void, report: (done: number) => void): void {
    for (let from = 0; from < count; from += BATCH) {
      const to = Math.min(from + BATCH, count);
      this.#opened.change(() => {
        for (let index = from; index < to; index++) work(index);
      });
      report(to);
    }
  }

  async addFinal(index: number): Promise<void> {
    const { sample, finals, pack, paperOf } = this.#options;
    const patientId = this.patientIds[Math.floor((index / finals) * this.patientIds.length)];
    if (patientId === undefined) return;
    const { id, code, actor } = this.#opened.change(() => this.addVisit(patientId, 1, answerRows(sample.answers)));
    const patient = this.#opened.run('patients.read', { id: patientId }, actor);
    if (!patient) throw new Error('A patient who was just added is gone.');
    const { name, recordNumber, age } = patient;
    const visit: Visit = { ...sample, code, patient: { name, recordNumber, age }, pack: pack.ref };
    const paper = await paperOf(visit, actor.at);
    this.#opened.run('handouts.makeFinal', { consultationId: id, rev: 2, ...paper }, actor);
  }
}

/**
 * Makes a large clinic of invented patients, by the store's own commands, many in one transaction. The content is the same
 * for the same seed and day; ids and keys never are. Throws `alreadyExists` when the folder holds anything of a store.
 */
export async function seedClinic(options: SeedOptions): Promise<Seeded> {
  const { folder, patients, visitsEach, finals, sample, now, password, progress } = options;
  const files = storeFiles(folder);
  makeFolder(folder);
  const lock = lockFolder(files.lock);
  let opened: OpenStore | undefined;
  try {
    const created = await createStore(files, options.migrations, {
      clinic: { ...sample.clinic, name: 'TEST CLINIC (invented)' },
      timeZone: sample.timeZone,
      sample: false,
      user: { name: sample.doctor.name, roles: ['doctor', 'counsellor', 'reception', 'administrator'], doctor: sample.doctor },
      password,
      at: new Date(now.getTime() - (DAYS + 1) * DAY_MS).toISOString(),
    });
    opened = created.opened;
    const filler = new Filler(opened, created.user.id, options);
    filler.approve();
    const visits = patients * visitsEach;
    const all = Math.max(1, patients + visits);
    filler.inBatches(
      patients,
      (index) => filler.addPatient(index + 1, index / all),
      (done) => progress(done / all),
    );
    filler.inBatches(
      visits,
      (index) => void filler.addVisit(filler.patientIds[index % patients] ?? '', (patients + index) / all),
      (done) => progress((patients + done) / all),
    );
    for (let index = 0; index < finals; index++) await filler.addFinal(index);
    return { patients, visits: visits + finals, finals, recoveryKey: created.recoveryKey };
  } finally {
    opened?.close();
    lock.release();
  }
}
