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

test('two windows are told apart', () => {
  const tokens = new Tokens();
  const windows = [tokens.exchange(tokens.newLaunchToken()), tokens.exchange(tokens.newLaunchToken())];
  const ids = windows.map((bearer) => tokens.windowOf(`Bearer ${bearer}`));
  expect(new Set(ids).size).toBe(2);
});
