import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { bundleHarfbuzz } from './scripts/bundleHarfbuzz.ts';
import { bundlePdfkit } from './scripts/bundlePdfkit.ts';
import { copyHandoutFonts } from './scripts/handoutFonts.ts';
import { LICENCES_OF_BUNDLE, mergeLicences } from './scripts/licences.ts';
import { mendPdfEngine } from './scripts/mendPdfEngine.ts';

const root = import.meta.dirname;

/** What the program reads at run time besides its code: packs, the sample visit, labels of the paper. */
const resources: [from: string, to: string][] = [
  ['templates/packs', 'packs'],
  ['templates/sample', 'sample'],
  ['templates/handout/text', 'text'],
  ['templates/notice', 'notice'],
  ['electron/backend/updates/publisher-keys.json', 'update/publisher-keys.json'],
  ['electron/backend/store/migrations', 'migrations'],
];

function copyResources(): Plugin {
  return {
    name: 'copy-resources',
    writeBundle() {
      for (const [from, to] of resources) {
        const target = join(root, 'out/resources', to);
        mkdirSync(resolve(target, '..'), { recursive: true });
        cpSync(join(root, from), target, { recursive: true });
      }
      copyHandoutFonts(join(root, 'out/resources/fonts'));
    },
  };
}

export default defineConfig({
  main: {
    plugins: [bundleHarfbuzz(), bundlePdfkit(), mendPdfEngine(), copyResources()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'out/main',
      license: { fileName: LICENCES_OF_BUNDLE },
      // Dependencies (better-sqlite3) stay external; devDependencies are bundled, so that the package ships one folder.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/shell/main.ts'),
          backend: resolve(root, 'electron/shell/backend.ts'),
          host: resolve(root, 'electron/host/main.ts'),
          'pdf-worker': resolve(root, 'templates/handout/worker.ts'),
          'store-worker': resolve(root, 'electron/backend/store/worker.ts'),
          'backup-worker': resolve(root, 'electron/backend/store/backupWorker.ts'),
          'key-worker': resolve(root, 'electron/backend/store/keyWorker.ts'),
          handout: resolve(root, 'electron/cli/handout.ts'),
          packs: resolve(root, 'electron/cli/packs.ts'),
          seed: resolve(root, 'electron/cli/seed.ts'),
          update: resolve(root, 'electron/cli/update.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      license: { fileName: LICENCES_OF_BUNDLE },
      // A sandboxed preload is one CommonJS file with everything inlined.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/shell/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    base: './',
    plugins: [react(), mergeLicences(root)],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      license: { fileName: LICENCES_OF_BUNDLE },
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
});
