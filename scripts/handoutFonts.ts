import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** The font files of the handout: where each comes from, and its name in the folder that the renderer is given. */
export const HANDOUT_FONTS: readonly { from: string; to: string }[] = [
  { from: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf', to: 'NotoSans-Regular.ttf' },
  { from: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf', to: 'NotoSans-Bold.ttf' },
  { from: '@expo-google-fonts/mukta/400Regular/Mukta_400Regular.ttf', to: 'Mukta-Regular.ttf' },
  { from: '@expo-google-fonts/mukta/700Bold/Mukta_700Bold.ttf', to: 'Mukta-Bold.ttf' },
  { from: '@expo-google-fonts/noto-sans/LICENSE_FONT', to: 'NotoSans-OFL.txt' },
  { from: '@expo-google-fonts/mukta/LICENSE_FONT', to: 'Mukta-OFL.txt' },
  ...['Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Arabic'].flatMap((script) => {
    const from = `@expo-google-fonts/noto-sans-${script.toLowerCase()}`;
    const name = `NotoSans${script}`;
    return [
      { from: `${from}/400Regular/${name}_400Regular.ttf`, to: `${name}-Regular.ttf` },
      { from: `${from}/700Bold/${name}_700Bold.ttf`, to: `${name}-Bold.ttf` },
      { from: `${from}/LICENSE_FONT`, to: `${name}-OFL.txt` },
    ];
  }),
];

/** Copies the handout's fonts and their licences into a folder, which is made when it is missing. */
export function copyHandoutFonts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { from, to } of HANDOUT_FONTS) copyFileSync(require.resolve(from), join(folder, to));
}
