import { Worker } from 'node:worker_threads';
import { placesOf } from '#templates/handout/places.ts';
import { WARM_MODEL } from '#templates/handout/warmModel.ts';
import type {
  DeskPaperRequest,
  HandoutRequest,
  RecoveryKeyRequest,
  WorkerReply,
  WorkerRequest,
  WorkerStart,
} from '#templates/handout/workerMessages.ts';
import { type PdfRenderer, type RenderedPdf, RenderFault } from './renderer.ts';

const LIMIT_MS = 10_000;
/** After so many small handouts the engine runs at its full speed. */
const WARM_ROUNDS = 8;

const TOO_LONG = 'The handout took too long to lay out. Shorten the questions and notes and try again.';
const BROKEN = 'The handout could not be laid out. Try again; if it fails again, shorten what was typed last.';
const STOPPED = 'The handout could not be made because its renderer stopped. Try again.';
const REPLACED = 'This preview was dropped for a newer one.';
const LOCKED = 'The handout could not be made because the clinic was locked. Sign in and try again.';
const CLOSED = 'The handout could not be made because the program is closing.';

interface Job {
  id: number;
  /** What the worker is sent besides the id. */
  paper: Omit<HandoutRequest, 'id'> | Omit<RecoveryKeyRequest, 'id'> | Omit<DeskPaperRequest, 'id'>;
  lane: string | undefined;
  resolve(rendered: RenderedPdf): void;
  reject(fault: RenderFault): void;
}

/**
 * A renderer in a worker thread of its own, started at the first render and again after it was ended.
 * @param workerUrl the built worker, `pdf-worker.js`
 * @param fontsDir folder of the four font files
 * @param limitMs longest time for one render, in milliseconds
 */
export function createPdfRenderer(options: { workerUrl: URL; fontsDir: string; limitMs?: number }): PdfRenderer {
  const { workerUrl, fontsDir, limitMs = LIMIT_MS } = options;
  let waiting: Job[] = [];
  let running: { job: Job; timer: NodeJS.Timeout } | undefined;
  let worker: Worker | undefined;
  let nextId = 1;
  /** The worker that is to end after the job that runs. */
  let leaving: Worker | undefined;
  /** The worker that runs at its full speed. */
  let warmed: Worker | undefined;
  /** How often the clinic was locked. */
  let locks = 0;
  let closed = false;

  /** Takes the job that runs off the worker; undefined when it is gone already. */
  function finish(): Job | undefined {
    if (!running) return undefined;
    const { job, timer } = running;
    clearTimeout(timer);
    running = undefined;
    return job;
  }

  function end(): void {
    const ended = worker;
    worker = undefined;
    ended?.removeAllListeners();
    // An ended worker can still report an error of its last moments; nobody waits for it.
    ended?.on('error', () => undefined);
    void ended?.terminate();
  }

  /** Ends the worker, fails the job that runs with the sentence, and goes on with the next one in a new worker. */
  function abandon(message: string, cause?: string): void {
    end();
    finish()?.reject(new RenderFault(message, cause === undefined ? undefined : { cause }));
    runNext();
  }

  function settle(reply: WorkerReply): void {
    if (running?.job.id !== reply.id) return;
    const job = finish();
    worker?.unref();
    if (worker !== undefined && worker === leaving) end();
    if (reply.kind === 'done') job?.resolve({ pdf: reply.pdf, pages: reply.pages });
    else if (reply.kind === 'fault') job?.reject(new RenderFault(reply.message));
    else job?.reject(new RenderFault(BROKEN, { cause: reply.trace }));
    runNext();
  }

  function started(): Worker {
    if (worker) return worker;
    const workerData: WorkerStart = { fontsDir };
    const fresh = new Worker(workerUrl, { workerData, env: { ...process.env, NODE_ENV: 'production' } });
    fresh.on('message', settle);
    fresh.on('error', (error) => abandon(STOPPED, placesOf(error)));
    fresh.on('exit', () => abandon(STOPPED));
    worker = fresh;
    return fresh;
  }

  function runNext(): void {
    if (running || closed) return;
    const job = waiting.shift();
    if (!job) return;
    running = { job, timer: setTimeout(() => abandon(TOO_LONG), limitMs) };
    const request: WorkerRequest = { id: job.id, ...job.paper };
    const ready = started();
    ready.ref();
    ready.postMessage(request);
  }

  /** Fails everything that waits with the sentence. */
  function drop(message: string): void {
    for (const job of waiting) job.reject(new RenderFault(message));
    waiting = [];
  }

  function render(paper: Job['paper'], lane?: string): Promise<RenderedPdf> {
    if (closed) return Promise.reject(new RenderFault(CLOSED));
    return new Promise((resolve, reject) => {
      if (lane !== undefined) {
        for (const older of waiting.filter((job) => job.lane === lane)) older.reject(new RenderFault(REPLACED));
        waiting = waiting.filter((job) => job.lane !== lane);
      }
      waiting.push({ id: nextId++, paper, lane, resolve, reject });
      runNext();
    });
  }

  return {
    render: (model, { lane, onlyPage } = {}) => render({ model, ...(onlyPage === undefined ? {} : { onlyPage }) }, lane),
    renderRecoveryKey: (recoveryKey) => render({ recoveryKey }),
    renderDeskPaper: (deskPaper) => render({ deskPaper }),
    async warm() {
      if (worker !== undefined && worker === warmed) return;
      // Stops as soon as a real handout waits: that one warms the engine as well.
      // A lock ends it too: it would start another worker.
      const begun = locks;
      for (let round = 0; round < WARM_ROUNDS && waiting.length === 0 && locks === begun; round++) await render({ model: WARM_MODEL });
      if (locks === begun) warmed = worker;
    },
    forget() {
      // What waits would start another worker, which would hold its words while the clinic is locked.
      locks += 1;
      drop(LOCKED);
      if (running) leaving = worker;
      else end();
    },
    async close() {
      closed = true;
      drop(CLOSED);
      finish()?.reject(new RenderFault(CLOSED));
      const ended = worker;
      worker = undefined;
      ended?.removeAllListeners();
      await ended?.terminate();
    },
  };
}
