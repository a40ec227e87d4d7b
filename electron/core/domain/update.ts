import * as z from 'zod';

/** What a release is packed as; each computer takes one of them. */
export const packageKindSchema = z.enum([
  'windows-x64',
  'mac-arm64',
  'mac-x64',
  'linux-x64-appimage',
  'linux-arm64-appimage',
  'linux-x64-deb',
  'linux-arm64-deb',
]);
export type PackageKind = z.infer<typeof packageKindSchema>;

/** A version of the program: three numbers, `1.4.0`. */
export const releaseSchema = z.string().regex(/^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/);

const noteSchema = z.array(z.string().min(1).max(300)).max(20);

/** `update.json` of an update: which release it is, and its files. Signed as a whole. */
export const updateManifestSchema = z.strictObject({
  format: z.literal('consultleaf-update'),
  version: z.literal(1),
  release: releaseSchema,
  /** The oldest release that can be updated to this one in one go. */
  from: releaseSchema,
  madeAt: z.iso.datetime(),
  /** What changes for its users, in each language. */
  notes: z.strictObject({ en: noteSchema, hi: noteSchema }),
  files: z
    .array(
      z.strictObject({
        kind: packageKindSchema,
        /** A name without a folder. */
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,120}$/),
        bytes: z.int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(20),
});
export type UpdateManifest = z.infer<typeof updateManifestSchema>;
export type UpdateFile = UpdateManifest['files'][number];

/** Below zero when `a` is the older release. */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [a, b].map((release) => release.split('.').map(Number));
  for (let part = 0; part < 3; part += 1) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What an update is to the program that runs: newer, the same, or older, which is the way back. */
export type UpdateDirection = 'newer' | 'same' | 'older';

export function directionOf({ release }: Pick<UpdateManifest, 'release'>, present: string): UpdateDirection {
  const difference = compareReleases(release, present);
  return difference > 0 ? 'newer' : difference < 0 ? 'older' : 'same';
}

/** Why an update can't be used on this computer; null when it can. */
export function whyNotHere(
  manifest: Pick<UpdateManifest, 'release' | 'from' | 'files'>,
  here: { release: string; kind: PackageKind | null },
): 'otherComputer' | 'tooOld' | null {
  if (!manifest.files.some(({ kind }) => kind === here.kind)) return 'otherComputer';
  if (directionOf(manifest, here.release) === 'newer' && compareReleases(here.release, manifest.from) < 0) return 'tooOld';
  return null;
}
