import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { bundleHarfbuzz } from '../../scripts/bundleHarfbuzz.ts';
import { bundlePdfkit } from '../../scripts/bundlePdfkit.ts';
import { copyHandoutFonts } from '../../scripts/handoutFonts.ts';
import { mendPdfEngine } from '../../scripts/mendPdfEngine.ts';

const root = join(import.meta.dirname, '../..');
const SOURCES = [
  'templates/{handout,recoveryKey,desk}/**/*.{ts,tsx}',
  'electron/core/domain/**/*.ts',
  'scripts/{bundleHarfbuzz,bundlePdfkit,handoutFonts,mendPdfEngine}.ts',
  'test/support/pdfWorker.ts',
  'package-lock.json',
];

export interface BuiltPdfWorker {
  workerUrl: URL;
  fontsDir: string;
}

/** The PDF worker as the product bundles it, with its fonts. Built once for each state of its sources. */
export async function builtPdfWorker(): Promise<BuiltPdfWorker> {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).sort())
    hash.update(file).update(readFileSync(join(root, file)));
  const parent = join(root, '.cache/test-out');
  const folder = join(parent, `pdf-worker-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) await buildInto(folder, join(parent, `building-${process.pid}-${Date.now()}`));
  return { workerUrl: pathToFileURL(join(folder, 'pdf-worker.js')), fontsDir: join(folder, 'fonts') };
}

/** Builds beside and moves into place, so that nobody sees half a build. */
async function buildInto(folder: string, beside: string): Promise<void> {
  mkdirSync(beside, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [bundleHarfbuzz(), bundlePdfkit(), mendPdfEngine()],
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node22',
      outDir: beside,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { 'pdf-worker': join(root, 'templates/handout/worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  copyHandoutFonts(join(beside, 'fonts'));
  try {
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
