import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate/browser';
import type { PatientRecord } from '../store/rightsCommands.ts';

/** One file of an export, and what it holds in a few words. */
interface ExportFile {
  name: string;
  what: string;
  bytes: Uint8Array;
}

const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/** Files by names that say nothing of her: record codes and versions are random. */
function filesOf(record: PatientRecord): ExportFile[] {
  const visits = record.visits.flatMap(({ code, visit, answers, papers, approvals }) => [
    {
      name: `visits/${code}/visit.json`,
      what: 'One visit: the topic, every answer that was ever saved with who saved it and when, and who approved the words.',
      bytes: json({ ...visit, answers, approvals }),
    },
    ...papers.flatMap(({ version, visit: stored, pdf, clinicCopy, marked }) => [
      {
        name: `visits/${code}/paper-v${version.version}.pdf`,
        what: `The paper of this visit, version ${version.version}, as it was made final.`,
        bytes: pdf,
      },
      ...(clinicCopy
        ? [
            {
              name: `visits/${code}/paper-v${version.version}-clinic.pdf`,
              what: `The page that the clinic keeps of version ${version.version}.`,
              bytes: clinicCopy,
            },
          ]
        : []),
      ...marked.map((copy, index) => ({
        name: `visits/${code}/paper-v${version.version}-marked-${index + 1}.pdf`,
        what: `Pages of version ${version.version} that were made again, with a mark that says so.`,
        bytes: copy.pdf,
      })),
      {
        name: `visits/${code}/paper-v${version.version}.json`,
        what: `When and by whom version ${version.version} was made, what it replaces and why, and the answers it was made of.`,
        bytes: json({ ...version, visit: stored, marked: marked.map(({ mark, madeAt, by }) => ({ mark, madeAt, by })) }),
      },
    ]),
  ]);
  const further = Object.entries(record.further).map(([table, rows]) => ({
    name: `further/${table}.json`,
    what: 'Further entries about you.',
    bytes: json(rows),
  }));
  return [
    { name: 'patient.json', what: 'Who you are: name, age, record number, phone and what else you told us.', bytes: json(record.patient) },
    ...visits,
    {
      name: 'consents.json',
      what: 'What you said to the data-protection notice, and the words of that notice.',
      bytes: json({ consents: record.consents, notices: record.notices }),
    },
    { name: 'calls.json', what: 'When we called you, or tried to.', bytes: json(record.calls) },
    ...further,
    { name: 'log.json', what: 'Who looked at your records, changed, printed or saved them, and when.', bytes: json(record.log) },
  ];
}

function readMe(files: readonly ExportFile[], { clinicName, date }: { clinicName: string; date: string }): Uint8Array {
  const lines = [
    'ALL THAT WE KEEP ABOUT YOU',
    '',
    `${clinicName}, ${date}`,
    '',
    'This folder holds a copy of everything that the clinic’s program keeps about one patient.',
    'Files that end in .pdf are the papers; open them with any PDF reader.',
    'Files that end in .json are the records; any text editor opens them. Times are in UTC.',
    'index.json names each file with its size and its SHA-256, so that a change can be seen.',
    '',
    'Keep this folder safe: whoever has it can read it. It is not locked.',
    '',
    ...files.flatMap(({ name, what }) => [name, `    ${what}`]),
    '',
  ];
  return strToU8(lines.join('\r\n'));
}

/**
 * A patient's records as a ZIP file: JSON, the stored papers byte for byte, an index with the hash of each file, and a
 * README in plain words. No name in it names her.
 * @param at instant that stands in the file as the time of each entry
 */
export function patientZip(record: PatientRecord, about: { clinicName: string; date: string; at: Date }): Uint8Array {
  const files = filesOf(record);
  const index = files.map(({ name, what, bytes }) => ({
    name,
    what,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const all = [
    { name: 'README.txt', bytes: readMe(files, about) },
    { name: 'index.json', bytes: json({ format: 'consultleaf-patient', version: 1, made: about.at.toISOString(), files: index }) },
    ...files,
  ];
  const entries: Zippable = Object.fromEntries(all.map(({ name, bytes }) => [name, [bytes, { mtime: about.at }]]));
  return zipSync(entries);
}
