import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Events } from '#backend/services/context.ts';
import { Displays } from '#backend/services/displays.ts';
import { type SignIn, SignIns } from '#backend/services/signIns.ts';
import { patientScreen } from '#core/domain/patientScreen.ts';
import { smallPack } from '../../support/smallPack.ts';

const part = { pack: 'a'.repeat(64), section: 'about', evidence: null };
const signIn = { user: { id: '00000000-0000-4000-8000-000000000001', name: 'T. TEST', roles: ['doctor'] } } as unknown as SignIn;
const screen = patientScreen(smallPack(), { section: 'about', language: 'en', evidence: null });

let displays: Displays;
let signIns: SignIns;

beforeEach(() => {
  vi.useFakeTimers();
  signIns = new SignIns();
  signIns.set('doctor', signIn);
  displays = new Displays({ signIns, events: new Events() });
  displays.register('doctor', 'patient');
  displays.show('doctor', { order: { mode: 'follow', language: 'en', part }, screen, signIn });
});
afterEach(() => {
  displays.end();
  vi.useRealTimers();
});

const kind = (windowId = 'patient') => displays.now('doctor', windowId).kind;

test('a doctor’s window that is reloaded keeps its patient’s screen; one that is closed leaves it blank', () => {
  const before = displays.attend('doctor');
  before();
  vi.advanceTimersByTime(4_000);
  const after = displays.attend('doctor');
  vi.advanceTimersByTime(60_000);
  expect(kind()).toBe('section');
  after();
  vi.advanceTimersByTime(6_000);
  expect(kind()).toBe('blank');
});

test('the patient’s window that the shell says again, after a reload, goes on; when either window is gone it is closed', () => {
  displays.register('doctor', 'patient');
  expect(kind()).toBe('section');
  displays.windowClosed('patient');
  expect(displays.state('doctor')).toMatchObject({ open: false, mode: 'blank' });
  expect(kind()).toBe('closed');
  displays.register('doctor', 'another');
  displays.windowClosed('doctor');
  expect(kind('another')).toBe('closed');
});

test('what one person showed is not shown once somebody else is signed in in her window', () => {
  signIns.set('doctor', { ...signIn });
  expect(kind()).toBe('blank');
});
