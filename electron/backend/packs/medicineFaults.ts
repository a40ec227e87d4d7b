import type { Pack } from '#core/domain/pack.ts';

type Report = (path: PropertyKey[], message: string) => void;

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Reports groups and names that stand twice, brands without a generic of their group, and lookalikes that are listed. */
export function reportMedicineFaults(pack: Pack, report: Report): void {
  const ids = new Set<string>();
  const everywhere = new Set<string>();
  pack.medicines?.groups.forEach(({ id, generics, brands = [] }, i) => {
    const path = ['medicines', 'groups', i];
    if (ids.has(id)) report([...path, 'id'], `Give this group another id: “${id}” is taken.`);
    ids.add(id);
    const names = new Set<string>();
    const add = (name: string, at: PropertyKey[]) => {
      if (names.has(bare(name))) report(at, `Remove “${name}” here: it stands in this group already.`);
      names.add(bare(name));
      everywhere.add(bare(name));
    };
    const known = new Set(generics.map(({ name }) => bare(name)));
    generics.forEach(({ name, also = [] }, k) => {
      for (const each of [name, ...also]) add(each, [...path, 'generics', k]);
    });
    brands.forEach(({ name, holds, also = [] }, k) => {
      for (const each of [name, ...also]) add(each, [...path, 'brands', k]);
      if (!holds.some((generic) => known.has(bare(generic))))
        report([...path, 'brands', k, 'holds'], `Name a generic of the group “${id}” that ${name} holds, or move it to another group.`);
    });
  });
  pack.medicines?.lookalikes?.forEach((name, i) => {
    if (everywhere.has(bare(name)))
      report(['medicines', 'lookalikes', i], `Remove “${name}” here: it is listed itself, so it must be found.`);
  });
}
