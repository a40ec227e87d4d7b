import { parentPort, workerData } from 'node:worker_threads';
import { renderDeskPaper } from '../desk/render.ts';
import { renderRecoveryKey } from '../recoveryKey/render.ts';
import { HandoutFault } from './fault.ts';
import { openFonts } from './fonts.ts';
import { placesOf } from './places.ts';
import { type RenderedHandout, renderHandout } from './render.ts';
import type { WorkerReply, WorkerRequest, WorkerStart } from './workerMessages.ts';

/** Entry of the PDF worker: opens the fonts once, then renders one model after the other. */
const port = parentPort;
if (!port) throw new Error('The PDF worker runs in a worker thread only.');
const { fontsDir } = workerData as WorkerStart;
const fonts = await openFonts(fontsDir);

port.on('message', async (request: WorkerRequest) => {
  const reply = await answer(request);
  port.postMessage(reply, reply.kind === 'done' ? [reply.pdf.buffer] : []);
});

function rendered(request: WorkerRequest): Promise<RenderedHandout> {
  if ('model' in request) return renderHandout(request.model, fonts, request.onlyPage);
  return 'deskPaper' in request ? renderDeskPaper(request.deskPaper, fonts) : renderRecoveryKey(request.recoveryKey);
}

async function answer(request: WorkerRequest): Promise<WorkerReply> {
  const { id } = request;
  try {
    return { id, kind: 'done', ...(await rendered(request)) };
  } catch (error) {
    if (error instanceof HandoutFault) return { id, kind: 'fault', message: error.message };
    return { id, kind: 'broken', trace: placesOf(error) };
  }
}
