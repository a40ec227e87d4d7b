import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const PDFKIT = /[\\/]pdfkit[\\/]js[\\/]pdfkit\.node\.mjs$/;
const STANDARD_FONT = /require\$1\('#standard-fonts\/(\w+)'\)/g;
const ICC_PROFILE = 'data/sRGB_IEC61966_2_1.icc';

/**
 * Lets pdfkit be bundled. It loads its 14 standard fonts by a `createRequire` of a package-private path and its colour
 * profile by a URL beside itself; neither survives bundling. The fonts become static imports, the profile an asset.
 * The build fails when pdfkit's source has moved.
 */
export function bundlePdfkit(): Plugin {
  return {
    name: 'bundle-pdfkit',
    transform(code, id) {
      if (!PDFKIT.test(id)) return;
      const imports: string[] = [];
      const body = code.replace(STANDARD_FONT, (_, name: string) => {
        imports.push(`import __standard_${name} from 'pdfkit/standard-fonts/${name}';`);
        return `__standard_${name}`;
      });
      if (imports.length !== 14) this.error(`pdfkit has changed: ${imports.length} standard fonts found where 14 are expected.`);
      this.emitFile({ type: 'asset', fileName: ICC_PROFILE, source: readFileSync(join(dirname(id), ICC_PROFILE)) });
      return { code: `${imports.join('\n')}\n${body}`, map: null };
    },
  };
}
