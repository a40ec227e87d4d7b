import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import type { Plugin } from 'vite';

const LOADER = /[\\/]harfbuzzjs[\\/]dist[\\/]harfbuzz\.js$/;
const WASM = 'new URL("harfbuzz.wasm",import.meta.url)';
/** Where the build keeps it, seen from the build's folder. */
const KEPT_AT = 'data/harfbuzz.wasm';
const PLACE = '"__HARFBUZZ_WASM__"';

/** Lets HarfBuzz be bundled: its WebAssembly becomes a file of the build. The build fails when its loader has moved. */
export function bundleHarfbuzz(): Plugin {
  return {
    name: 'bundle-harfbuzz',
    transform(code, id) {
      if (!LOADER.test(id)) return;
      if (code.split(WASM).length !== 2) this.error('harfbuzzjs has changed: its WebAssembly is loaded in another way.');
      return { code: code.replace(WASM, `new URL(${PLACE},import.meta.url)`), map: null };
    },
    renderChunk(code, chunk) {
      if (!code.includes(PLACE)) return;
      const from = posix.dirname(chunk.fileName);
      return { code: code.replace(PLACE, JSON.stringify(posix.relative(from, KEPT_AT))), map: null };
    },
    writeBundle({ dir = '.' }) {
      const target = join(dir, KEPT_AT);
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm'), target);
    },
  };
}
