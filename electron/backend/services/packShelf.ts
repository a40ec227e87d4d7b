import type { Approval, PackSummary } from '#core/contract/shapes.ts';
import { type Pack, type PackRef, packSchema, packText } from '#core/domain/pack.ts';
import type { LoadedPack } from '../packs/packs.ts';
import type { Actor, Store } from '../store/store.ts';
import { notFound } from './faults.ts';

export interface SoundPack {
  pack: Pack;
  ref: PackRef;
}

const newestFirst = (a: SoundPack, b: SoundPack) => b.pack.version.localeCompare(a.pack.version, 'en', { numeric: true });

/** The packs that came with this program, and those that consultations are pinned to, which live on in the store. */
export class PackShelf {
  readonly #loaded: Promise<LoadedPack[]>;
  readonly #pinned = new Map<string, Pack>();

  constructor(loaded: Promise<LoadedPack[]>) {
    this.#loaded = loaded;
  }

  /** Every pack that came with this program, the refused ones too. */
  all(): Promise<LoadedPack[]> {
    return this.#loaded;
  }

  /** The packs that can be used, the newest version of a topic first. */
  async sound(): Promise<SoundPack[]> {
    const packs = (await this.#loaded).flatMap(({ pack, ref }) => (pack === null ? [] : [{ pack, ref }]));
    return packs.sort(newestFirst);
  }

  /** The pack with this content; NOT_FOUND when neither the program nor the store has it. */
  async byHash(hash: string, store: Store, actor: Actor): Promise<Pack> {
    const sound = (await this.sound()).find(({ ref }) => ref.hash === hash);
    const known = sound?.pack ?? this.#pinned.get(hash);
    if (known) return known;
    const json = await store.run('packs.content', { hash }, actor);
    if (json === null) throw notFound('topic pack');
    const pack = packSchema.parse(JSON.parse(json));
    this.#pinned.set(hash, pack);
    return pack;
  }

  /** All packs as the list shows them: the sound ones with their approvals, the refused ones with their faults. */
  async summaries(approvals: Approval[]): Promise<PackSummary[]> {
    const refused = (await this.#loaded).flatMap((loaded) => (loaded.pack === null ? [summaryOfRefused(loaded)] : []));
    return [...(await this.sound()).map((pack) => summaryOf(pack, approvals)), ...refused];
  }
}

export function summaryOf({ pack, ref }: SoundPack, approvals: Approval[]): PackSummary {
  const [language = 'en'] = pack.languages;
  return {
    ref,
    title: packText(pack, language, 'topic'),
    titles: Object.fromEntries(pack.languages.map((each) => [each, packText(pack, each, 'topic')])),
    languages: pack.languages,
    approvals: approvals.filter((approval) => approval.pack.hash === ref.hash),
    reviewBy: pack.reviewBy,
    faults: [],
  };
}

/** A refused pack has no version and no content that could be named: its folder stands for it. */
function summaryOfRefused({ folder, faults }: LoadedPack): PackSummary {
  return { ref: { id: folder, version: '', hash: '0'.repeat(64) }, title: folder, languages: [], approvals: [], faults };
}
