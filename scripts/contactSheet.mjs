// node scripts/contactSheet.mjs out.png   one picture of every visit of test/fixtures/visits, a row each, to look at
// node scripts/contactSheet.mjs --renew   writes the pictures that the test compares with (after looking at them)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPdfRenderer } from '../electron/backend/documents/createPdfRenderer.ts';
import { blank, greyPages, paste, toPng } from '../test/support/greyPages.ts';
import { builtPdfWorker } from '../test/support/pdfWorker.ts';
import { shippedPaper } from '../test/support/shippedPaper.ts';
import { VISITS_DIR, visitFixtures } from '../test/support/visitFixtures.ts';

const [target] = process.argv.slice(2);
if (!target) {
  console.error('Usage: node scripts/contactSheet.mjs out.png | --renew');
  process.exit(2);
}
const shipped = await shippedPaper();
const renderer = createPdfRenderer(await builtPdfWorker());
const rows = [];
for (const { name, visit } of visitFixtures(shipped.sample)) {
  const { pdf, pages } = await renderer.render(shipped.modelOf(visit, { kind: 'none' }));
  const picture = greyPages(pdf);
  if (target === '--renew') writeFileSync(join(VISITS_DIR, `${name}.png`), toPng(picture));
  else rows.push(picture);
  console.log(`${name}: ${pages} pages`);
}
await renderer.close();
if (target !== '--renew') {
  const GAP = 8;
  const height = rows.reduce((sum, row) => sum + row.height + GAP, 0);
  const sheet = blank(Math.max(...rows.map(({ width }) => width)), height);
  let y = 0;
  for (const row of rows) {
    paste(sheet, row, 0, y);
    y += row.height + GAP;
  }
  writeFileSync(target, toPng(sheet));
}
