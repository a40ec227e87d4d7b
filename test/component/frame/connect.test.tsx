import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { createApi } from '../../../renderer/client/api.ts';
import { describeError, errorCode, fieldIssues } from '../../../renderer/client/errors.ts';
import { portLink } from '../../../renderer/client/port.ts';
import { memoryPort, memoryState } from '../../support/memoryBackend.ts';

test('the port that the preload script sends is the one that is used', async () => {
  const port = memoryPort(memoryState());
  const link = await portLink({
    connect() {
      window.postMessage('something else', '*', [new MessageChannel().port1]);
      window.postMessage('consultleaf:port', '*', [port]);
    },
  });
  const status = await createApi(link).client.app.status();
  expect(status.clinicName).toBe('SAMPLE FERTILITY CLINIC');
});

test('when the program behind the window is started anew, calls on their way fail and later ones are answered', async () => {
  const deaf = new MessageChannel();
  const link = await portLink({ connect: () => window.postMessage('consultleaf:port', '*', [deaf.port1]) });
  const { client } = createApi(link);
  const onItsWay = client.app.status().catch(describeError);
  window.postMessage('consultleaf:port', '*', [memoryPort(memoryState())]);
  expect(await onItsWay).toMatch(/can’t reach the program/);
  expect((await client.app.status()).clinicName).toBe('SAMPLE FERTILITY CLINIC');
});

test('an error of the contract keeps its sentence and names the line in the log', () => {
  const error = new ORPCError('RENDER_FAULT', { status: 500, message: 'The paper could not be made. Try again.', data: { id: 'K7' } });
  expect(errorCode(error)).toBe('RENDER_FAULT');
  expect(describeError(error)).toBe('The paper could not be made. Try again. (Log id K7)');
});

test('what is wrong with which field comes through', () => {
  const issues = [{ path: 'clinic.name', message: 'Fill this in.' }];
  expect(fieldIssues(new ORPCError('BAD_INPUT', { status: 400, message: 'Check the form.', data: { issues } }))).toEqual(issues);
});

test('a lost connection says what to do, and an unknown error shows nothing of itself', () => {
  expect(describeError(new TypeError('Failed to fetch'))).toMatch(/can’t reach the program/);
  expect(describeError(new Error('SUNITA DEVI is not a function'))).not.toContain('SUNITA');
});
