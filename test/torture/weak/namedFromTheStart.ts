/** A store that writes a backup under its final name: `<name>.partial` is only another word for it. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { mkdirSync, renameSync } = fs;
const finalName = (path: string) => path.replace(/\.partial$/, '');

fs.mkdirSync = ((path: string, options?: fs.MakeDirectoryOptions) => {
  const made = mkdirSync(finalName(path), options);
  if (finalName(path) !== path) fs.symlinkSync(finalName(path), path);
  return made;
}) as typeof fs.mkdirSync;
fs.renameSync = ((from: string, to: string) =>
  from !== to && finalName(from) === to ? fs.unlinkSync(from) : renameSync(from, to)) as typeof fs.renameSync;
syncBuiltinESMExports();
