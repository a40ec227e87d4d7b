import type * as Electron from 'electron';
import type * as z from 'zod';
import { type ShellAsk, shellAsks } from '#core/contract/shellBridge.ts';
import { fromOwnPage } from './lockdown.ts';
import { ASK } from './messages.ts';

/** What answers each ask: its input, checked, and the window that asks. */
export type Answers = {
  [Ask in ShellAsk]: (input: z.infer<(typeof shellAsks)[Ask]>, from: Electron.BrowserWindow) => unknown;
};

const isAsk = (what: unknown): what is ShellAsk => typeof what === 'string' && Object.hasOwn(shellAsks, what);

/**
 * Answers what windows ask, on one channel: only the page of an ordinary window of this program, and only what its schema
 * lets through. `mayAsk` is false for the patient's window. A refusal says nothing of why.
 */
export function answerAsks(
  { ipcMain, BrowserWindow }: Pick<typeof Electron, 'ipcMain' | 'BrowserWindow'>,
  mayAsk: (window: Electron.BrowserWindow) => boolean,
  answers: Answers,
): void {
  ipcMain.handle(ASK, async (event, what: unknown, input: unknown) => {
    const window = fromOwnPage(event) ? BrowserWindow.fromWebContents(event.sender) : null;
    const checked = isAsk(what) ? shellAsks[what].safeParse(input) : undefined;
    if (!window || !mayAsk(window) || !isAsk(what) || !checked?.success) throw new Error('Refused.');
    // The schema and the answer of one name belong together.
    const answer = answers[what] as (input: unknown, from: Electron.BrowserWindow) => unknown;
    return answer(checked.data, window);
  });
}
