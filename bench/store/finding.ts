import { timesOf } from '../parts/measure.ts';
import type { Row } from '../parts/report.ts';
import type { Bench } from './barePeer.ts';

const LOOKS = 300;
const SCANS = 20;

interface Found {
  id: string;
  name: string;
  phone: string | null;
  relative: string | null;
}

/**
 * Row 5 of the bars: a patient by her id, her name, the end of her phone number, and a text that is mistyped.
 * In a small clinic reading everything takes no longer than asking, so `isSmall` allows more.
 */
export async function measureFinding({ store, actor, peer }: Bench, isSmall: boolean): Promise<Row[]> {
  const every = Math.max(1, Math.floor((peer.get<{ n: number }>('SELECT count(*) AS n FROM patient')?.n ?? 0) / LOOKS));
  const some = peer.all<Found>('SELECT id, name, phone, relative FROM patient WHERE seq % ? = 0 LIMIT ?', every, LOOKS);
  const at = (index: number) => some[index % some.length] ?? { id: '', name: '', phone: null, relative: null };
  const search = (text: string) => store.run('patients.search', { text, limit: 20 }, actor);
  const scan = (column: string, text: string) => peer.all(`SELECT seq FROM patient WHERE ${column} LIKE ? LIMIT 100000`, `%${text}%`);
  const phones = some.flatMap(({ phone }) => phone ?? []);
  const phone = (index: number) => phones[index % phones.length]?.slice(-5) ?? '';

  const byId = await timesOf(LOOKS, (index) => store.run('patients.read', { id: at(index).id }, actor));
  const keyed = await timesOf(LOOKS, (index) => peer.get('SELECT * FROM patient WHERE id = ?', at(index).id));
  const byName = await timesOf(LOOKS, (index) => search(at(index).name));
  const nameScan = await timesOf(SCANS, (index) => scan('name', at(index).name));
  const byPhone = await timesOf(LOOKS, (index) => search(phone(index)));
  const phoneScan = await timesOf(SCANS, (index) => scan('phone', phone(index)));
  const byText = await timesOf(LOOKS, (index) => search(mistyped(at(index).name)));
  const scanPeer = { what: 'read every name', times: nameScan };
  return [
    { what: 'patient by id', times: byId, bar: 1, peer: { what: 'select by key', times: keyed }, atMost: 100 },
    { what: 'patient by name', times: byName, bar: 20, peer: scanPeer, atMost: isSmall ? 30 : 2 },
    {
      what: 'patient by end of phone',
      times: byPhone,
      bar: 5,
      peer: { what: 'read every number', times: phoneScan },
      atMost: isSmall ? 30 : 2,
    },
    { what: 'patient by a mistyped name', times: byText, bar: 300, peer: scanPeer, atMost: isSmall ? 60 : 10 },
  ];
}

/** Two letters in the middle change places. */
function mistyped(name: string): string {
  const middle = Math.max(1, Math.floor(name.length / 3));
  return name.slice(0, middle) + (name[middle + 1] ?? '') + (name[middle] ?? '') + name.slice(middle + 2);
}
