import type * as Electron from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { SecondScreen } from '../../../electron/shell/secondScreen.ts';
import { electron as standIn } from '../../support/electronStandIn.ts';
import { screen } from '../../support/standInDesktop.ts';
import { windows } from '../../support/standInWindows.ts';
import { newWindow } from './newWindow.ts';

// The patient's screen on a stand-in: this shows what it asks for, not what Electron does.
const electron = standIn as unknown as typeof Electron;
const session = {} as Electron.Session;

beforeEach(() => {
  windows.length = 0;
});

const posted: unknown[] = [];
const second = () => new SecondScreen(electron, { session, preload: 'preload.cjs', backend: { post: (message) => posted.push(message) } });

test('fills the chosen screen, without rights and without taking the keyboard', () => {
  const patients = second();
  const { window: doctors } = newWindow();
  const { window: other } = newWindow();
  expect(patients.displays(doctors)).toEqual([
    { id: '1', label: 'Screen 1', width: 1920, height: 1080, here: true },
    { id: '2', label: 'Screen 2', width: 1920, height: 1080, here: false },
  ]);
  patients.open('2', doctors);
  const opened = windows.at(-1);
  expect(opened?.options).toMatchObject({
    x: 1920,
    y: 0,
    fullscreen: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  expect(opened?.webContents.mainFrame.url).toBe('app://consultleaf/index.html#/patient-screen');
  const page = opened?.webContents as unknown as Electron.WebContents;
  expect([patients.ownerOf(page), patients.ownerOf(doctors.webContents)]).toEqual([String(doctors.webContents.id), undefined]);
  patients.closeOf(other);
  expect(opened?.destroyed).toBe(false);
  patients.open('1', doctors);
  expect([opened?.destroyed, windows.length, patients.ownerOf(page)]).toEqual([true, 3, undefined]);
  expect(posted).toEqual([{ kind: 'close', windowId: String(opened?.webContents.id) }]);
  expect(() => patients.open('9', doctors)).toThrow('Refused.');
  patients.closeOf(doctors);
  expect(windows.length).toBe(2);
});

test('is closed when its screen is unplugged, so that it never moves onto the doctor’s', () => {
  const patients = second();
  patients.open('2', newWindow().window);
  screen.emit('display-removed', {}, { id: 1 });
  expect(windows.length).toBe(2);
  screen.emit('display-removed', {}, { id: 2 });
  expect(windows.length).toBe(1);
});

test('shows a number on each screen for a while, on pages that run nothing', () => {
  vi.useFakeTimers();
  second().number();
  expect(windows.map(({ webContents }) => decodeURIComponent(webContents.mainFrame.url).at(-1))).toEqual(['1', '2']);
  expect(windows.map(({ options }) => options.webPreferences)).toEqual(
    Array(2).fill(expect.objectContaining({ javascript: false, sandbox: true })),
  );
  vi.advanceTimersByTime(5_000);
  expect(windows.length).toBe(0);
  vi.useRealTimers();
});
