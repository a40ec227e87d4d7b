import { expect, test } from 'vitest';
import { Tokens } from '../../../electron/host/tokens.ts';

test('a launch token opens one window, once', () => {
  const tokens = new Tokens();
  const launch = tokens.newLaunchToken();
  const bearer = tokens.exchange(launch);
  expect(bearer).toBeDefined();
  expect(tokens.exchange(launch)).toBeUndefined();
  expect(tokens.exchange('')).toBeUndefined();
  expect(tokens.windowOf(`Bearer ${bearer}`)).toBeDefined();
  expect(tokens.windowOf(`Bearer ${launch}`)).toBeUndefined();
  expect(tokens.windowOf(bearer)).toBeUndefined();
  expect(tokens.windowOf(undefined)).toBeUndefined();
});

test('a patient’s window is known as one, once, and ends with the next', () => {
  const tokens = new Tokens();
  const first = tokens.newDisplay('owner');
  const bearer = tokens.exchange(first.launch);
  expect(tokens.exchange(first.launch)).toBeUndefined();
  expect(tokens.windowOf(`Bearer ${bearer}`)).toEqual({ windowId: first.windowId, display: 'owner' });
  expect(tokens.windowOf(`Bearer ${tokens.exchange(tokens.newLaunchToken('doctor'))}`)).toEqual({ windowId: 'doctor' });
  const unused = tokens.newDisplay('owner');
  const other = tokens.newDisplay('other owner');
  expect(tokens.windowOf(`Bearer ${bearer}`)).toBeUndefined();
  tokens.newDisplay('owner');
  expect(tokens.exchange(unused.launch)).toBeUndefined();
  expect(tokens.exchange(other.launch)).toBeDefined();
});

test('two windows are told apart', () => {
  const tokens = new Tokens();
  const windows = [tokens.exchange(tokens.newLaunchToken()), tokens.exchange(tokens.newLaunchToken())];
  const ids = windows.map((bearer) => tokens.windowOf(`Bearer ${bearer}`));
  expect(new Set(ids).size).toBe(2);
});
