/** `npm run bench -- store`: the times of the store's worker on a real encrypted clinic, beside the same work at its barest. */
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { megabytes, PASSWORD, seededClinic, WORKER } from './parts/clinic.ts';
import { type Row, report } from './parts/report.ts';
import { measureBackups } from './store/backups.ts';
import { BarePeer } from './store/barePeer.ts';
import { measureFinding } from './store/finding.ts';
import { measureOpening } from './store/opening.ts';
import { measureSaving } from './store/saving.ts';

const short = process.argv.includes('--short');
const patients = short ? 3_000 : 100_000;

const { folder, userId } = await seededClinic(patients);
const rows: Row[] = await measureOpening(folder);
const store = openStoreWorker({ folder, workerUrl: WORKER });
const actor = { userId, at: new Date().toISOString() };
await store.unlock({ ...actor, password: PASSWORD });
const peer = await BarePeer.beside(folder);
try {
  rows.push(...(await measureSaving({ store, actor, peer })));
  rows.push(...(await measureFinding({ store, actor, peer }, short)));
  rows.push(...(await measureBackups({ store, actor, peer, folder })));
} finally {
  peer.close();
  await store.close();
}
const size = megabytes(folder);
process.exitCode = report(`The store with ${patients} patients, ${patients * 3} visits, ${size} MB`, rows) ? 0 : 1;
