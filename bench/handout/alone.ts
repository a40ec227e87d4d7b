/** Run by `handout.ts` in a process of its own: the memory that the program's renderer takes, without its peers. */
import { builtPdfWorker } from '../../test/support/pdfWorker.ts';
import { heapOver } from './memory.ts';
import { differentModels } from './visits.ts';

const rounds = Number(process.argv[2]);
const heap = await heapOver(await builtPdfWorker(), await differentModels('en', Math.min(rounds, 100)), rounds);
console.log(JSON.stringify({ ...heap, peak: process.resourceUsage().maxRSS / 1024 }));
