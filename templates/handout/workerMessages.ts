import type { DeskPaper } from '#core/domain/deskPaper.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { RecoveryKeyPage } from '../recoveryKey/document.tsx';

/** Given to the worker when it starts: the folder of the font files. */
export interface WorkerStart {
  fontsDir: string;
}

export interface HandoutRequest {
  id: number;
  model: HandoutModel;
  /** Only this page of it is drawn, from 1, or its last one when it has fewer. */
  onlyPage?: number;
}
export interface RecoveryKeyRequest {
  id: number;
  recoveryKey: RecoveryKeyPage;
}
export interface DeskPaperRequest {
  id: number;
  deskPaper: DeskPaper;
}
export type WorkerRequest = HandoutRequest | RecoveryKeyRequest | DeskPaperRequest;

/**
 * `fault` is a sentence for the doctor. `broken` is an error of the program: where it happened, without its message,
 * which may hold words of the patient's paper.
 */
export type WorkerReply =
  | { id: number; kind: 'done'; pdf: Uint8Array<ArrayBuffer>; pages: number }
  | { id: number; kind: 'fault'; message: string }
  | { id: number; kind: 'broken'; trace: string };
