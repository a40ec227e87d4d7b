import type * as Electron from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { NativeMenu } from '#core/contract/shellBridge.ts';
import { answerAsks } from '../../../electron/shell/asks.ts';
import { Attention } from '../../../electron/shell/attention.ts';
import { startBackend } from '../../../electron/shell/backendProcess.ts';
import { crashGuard } from '../../../electron/shell/crashGuard.ts';
import { programMenu } from '../../../electron/shell/menu.ts';
import { watchWindow } from '../../../electron/shell/mishaps.ts';
import { lockWithMachine } from '../../../electron/shell/power.ts';
import { ENGLISH } from '../../../electron/shell/words.ts';
import { shellWords } from '../../../renderer/shell/words.ts';
import { ipcMain, electron as standIn } from '../../support/electronStandIn.ts';
import { app, asked } from '../../support/standInApp.ts';
import { messageBoxes, notices, trays } from '../../support/standInDesktop.ts';
import { type BrowserWindow, windows } from '../../support/standInWindows.ts';
import { newWindow } from './newWindow.ts';

// The shell's parts are given the stand-in where Electron itself would be: this shows what they ask for, not what Electron does.
const electron = standIn as unknown as typeof Electron;

beforeEach(() => {
  windows.length = 0;
  asked.length = 0;
  messageBoxes.shown.length = 0;
  messageBoxes.answer = 0;
  notices.length = 0;
});

describe('what a window asks', () => {
  const own = newWindow();
  const patients = newWindow();
  const done: unknown[][] = [];
  const note =
    (what: string) =>
    (input: unknown): unknown => {
      done.push([what, input]);
      return what;
    };
  answerAsks(electron, (window) => window === own.window, {
    displays: note('displays'),
    numberDisplays: note('numberDisplays'),
    openPatientWindow: note('openPatientWindow'),
    closePatientWindow: note('closePatientWindow'),
    setMenu: note('setMenu'),
    setWords: note('setWords'),
    setQueue: note('setQueue'),
    keepPlace: note('keepPlace'),
    lastPlace: note('lastPlace'),
  });
  const ask = async (from: BrowserWindow, what: unknown, input: unknown, frame: unknown = from.webContents.mainFrame) =>
    ipcMain.handlers.get('consultleaf:ask')?.({ sender: from.webContents, senderFrame: frame }, what, input);

  test('is answered when it comes from its own page and is of the known shape', async () => {
    windows.push(own.standIn, patients.standIn);
    done.length = 0;
    expect(await ask(own.standIn, 'displays', null)).toBe('displays');
    expect(await ask(own.standIn, 'setQueue', { count: 3, words: '3 papers wait' })).toBe('setQueue');
    expect(done).toEqual([
      ['displays', null],
      ['setQueue', { count: 3, words: '3 papers wait' }],
    ]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['the patient’s window', () => ask(patients.standIn, 'displays', null)],
    ['another page in the window', () => ask(own.standIn, 'displays', null, { url: 'https://evil.example/' })],
    ['a frame inside the page', () => ask(own.standIn, 'displays', null, { url: 'app://consultleaf/index.html' })],
    ['a page that is gone', () => ask(own.standIn, 'displays', null, null)],
    ['something that nobody answers', () => ask(own.standIn, 'constructor', null)],
    ['what isn’t a name', () => ask(own.standIn, { toString: () => 'displays' }, null)],
    ['an input of another shape', () => ask(own.standIn, 'openPatientWindow', { id: '1' })],
    ['more than belongs there', () => ask(own.standIn, 'setQueue', { count: 1, words: '', name: 'SUNITA DEVI' })],
    ['an address that isn’t one of the window', () => ask(own.standIn, 'keepPlace', { userId: crypto.randomUUID(), path: 'https://x' })],
  ])('is refused without a reason: %s', async (_who, asking) => {
    windows.push(own.standIn, patients.standIn);
    done.length = 0;
    await expect(asking()).rejects.toThrow(/^Refused\.$/);
    expect(done).toEqual([]);
  });
});

describe('the menu bar', () => {
  const menus: NativeMenu[] = [
    {
      group: 'visit',
      title: 'This visit',
      items: [
        { id: 'check', title: 'Check & finish', accelerator: 'Alt+0' },
        { id: 'export', title: 'Export visit…' },
      ],
    },
  ];
  const run = vi.fn();
  const build = (platform: NodeJS.Platform) => programMenu({ platform, words: ENGLISH, menus, run, zoom: vi.fn(), newWindow: vi.fn() });

  test('holds the window’s commands, whose keys are shown and not taken, and a click gives the id back', () => {
    const [visit, ...rest] = build('linux');
    const items = visit?.submenu as Electron.MenuItemConstructorOptions[];
    expect(items.map(({ label, accelerator, registerAccelerator }) => [label, accelerator, registerAccelerator])).toEqual([
      ['Check && finish', 'Alt+0', false],
      ['Export visit…', undefined, undefined],
    ]);
    const choose = items[0]?.click as undefined | (() => void);
    choose?.();
    expect(run).toHaveBeenCalledWith('check');
    expect(rest.map(({ label }) => label)).toEqual(['Edit', 'View', 'Window']);
    expect(build('darwin')[0]).toEqual({ role: 'appMenu' });
  });

  test('offers nothing that reloads the page or opens the developer’s tools', () => {
    const text = JSON.stringify([build('linux'), build('darwin'), build('win32')]);
    expect(text).not.toMatch(/reload|devtools/i);
  });

  test('has the same English in the shell, which speaks before any page does, as in the window', () => {
    expect(ENGLISH).toEqual(shellWords());
  });
});

describe('a mishap', () => {
  const watched = (mayLoadAgain: () => boolean) => {
    const { standIn: made, window } = newWindow();
    watchWindow(electron, window, { words: () => ENGLISH, mayLoadAgain });
    made.webContents.reload = vi.fn();
    return made;
  };

  test('a page that ended by itself is loaded again where it was; one that ended as asked is not', () => {
    const window = watched(() => true);
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(window.webContents.reload).not.toHaveBeenCalled();
    for (const reason of ['crashed', 'oom', 'killed']) window.webContents.emit('render-process-gone', {}, { reason });
    expect(window.webContents.reload).toHaveBeenCalledTimes(3);
    expect(messageBoxes.shown).toEqual([]);
  });

  test('a page that ends again and again asks a person before the next try', () => {
    const window = watched(() => false);
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(messageBoxes.shown).toEqual([{ message: ENGLISH.windowLost, buttons: [ENGLISH.openAgain, ENGLISH.close] }]);
    expect(window.webContents.reload).toHaveBeenCalledTimes(1);
    messageBoxes.answer = 1;
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.destroyed).toBe(true);
  });

  test('a window with answers that wait asks before it closes, and Enter and Escape stay', () => {
    const window = watched(() => true);
    const closing = () => {
      const event = { preventDefault: vi.fn() };
      window.webContents.emit('will-prevent-unload', event);
      return event.preventDefault.mock.calls.length;
    };
    expect(closing()).toBe(0);
    messageBoxes.answer = 1;
    expect(closing()).toBe(1);
    expect(messageBoxes.shown[0]).toEqual({ message: ENGLISH.waiting, buttons: [ENGLISH.stay, ENGLISH.closeAnyway] });
  });

  test('a window that doesn’t answer is ended only when a person says so', () => {
    const window = watched(() => true);
    window.emit('unresponsive');
    expect(asked).toEqual([]);
    messageBoxes.answer = 1;
    window.emit('unresponsive');
    expect(asked).toEqual([['webContents.forcefullyCrashRenderer']]);
  });
});

describe('the backend’s process', () => {
  function processes() {
    const children: { exit: () => void; posted: unknown[] }[] = [];
    const utilityProcess = {
      fork() {
        let exited: (() => void)[] = [];
        const child = {
          posted: [] as unknown[],
          exit: () => {
            for (const each of exited.splice(0)) each();
            exited = [];
          },
        };
        children.push(child);
        return {
          once: (_event: string, listener: () => void) => exited.push(listener),
          on: () => undefined,
          postMessage: (message: { kind: string }) => {
            child.posted.push(message);
            if (message.kind === 'stop') queueMicrotask(child.exit);
          },
        };
      },
    };
    return { children, utilityProcess: utilityProcess as unknown as typeof Electron.utilityProcess };
  }

  test('is started again when it ends by itself, and given up when it does so again and again', () => {
    const { children, utilityProcess } = processes();
    const [whenBack, whenGivenUp] = [vi.fn(), vi.fn()];
    const backend = startBackend(
      { utilityProcess },
      { entry: 'x', dataDir: 'd', version: '1', mayStartAgain: crashGuard(() => 0), whenBack, whenInstalling: vi.fn(), whenGivenUp },
    );
    children[0]?.exit();
    backend.post({ kind: 'lock', everywhere: true });
    expect(children[1]?.posted).toEqual([{ kind: 'lock', everywhere: true }]);
    children[1]?.exit();
    children[2]?.exit();
    expect([children.length, whenBack.mock.calls.length, whenGivenUp.mock.calls.length]).toEqual([4, 3, 0]);
    children[3]?.exit();
    expect([children.length, whenBack.mock.calls.length, whenGivenUp.mock.calls.length]).toEqual([4, 3, 1]);
  });

  test('is not started again when the program ends it, and asked only once', async () => {
    const { children, utilityProcess } = processes();
    const whenBack = vi.fn();
    const backend = startBackend(
      { utilityProcess },
      { entry: 'x', dataDir: 'd', version: '1', mayStartAgain: () => true, whenBack, whenInstalling: vi.fn(), whenGivenUp: vi.fn() },
    );
    await Promise.all([backend.stop(), backend.stop()]);
    expect([children.length, children[0]?.posted, whenBack.mock.calls.length]).toEqual([1, [{ kind: 'stop' }], 0]);
  });
});

test('sleep, a shut-down and the end of the session lock every sign-in; a locked screen and another user those of this computer', () => {
  const lock = vi.fn();
  lockWithMachine(electron, { lock });
  for (const event of ['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown']) standIn.powerMonitor.emit(event);
  expect(lock.mock.calls).toEqual([[true], [false], [false], [true]]);
  const { standIn: window } = newWindow();
  window.emit('session-end');
  expect(lock.mock.calls.at(-1)).toEqual([true]);
  app.removeAllListeners('browser-window-created');
});

test('reception’s queue is told by its length alone: beside the clock, and when it grows behind another program', () => {
  let front = true;
  const show = vi.fn();
  const attention = new Attention(electron, { iconFile: 'tray.png', inFront: () => front, show, showWords: () => 'Show' });
  attention.set(1, { count: 2, words: '2 papers wait' });
  expect([trays[0]?.toolTip, trays[0]?.menu.map(({ label }) => label), notices]).toEqual(['2 papers wait', ['2 papers wait', 'Show'], []]);
  front = false;
  attention.set(1, { count: 3, words: '3 papers wait' });
  attention.set(1, { count: 1, words: '1 paper waits' });
  attention.set(2, { count: 1, words: '1 paper waits' });
  expect(notices.map(({ title, body }) => [title, body])).toEqual([['Consultleaf', '3 papers wait']]);
  trays[0]?.emit('click');
  expect(show).toHaveBeenCalledTimes(1);
  attention.forget(1);
  expect(trays.length).toBe(1);
  attention.set(2, { count: 0, words: '' });
  expect(trays.length).toBe(0);
});
