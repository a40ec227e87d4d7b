import type { Pack } from '#core/domain/pack.ts';
import { isProgramQuestion, parseAnswer } from '#core/domain/parseAnswer.ts';
import { fault } from './faults.ts';

/** The answer as it is stored; null takes it back. BAD_INPUT, with the key as path, when it does not fit its question. */
export function checkedAnswer(pack: Pack, key: string, value: unknown): unknown {
  const isProgram = key.startsWith('program.') && isProgramQuestion(key.slice('program.'.length));
  const known = isProgram || pack.questions.some(({ id }) => key === `topic.${id}`);
  if (value === null && known) return null;
  const parsed = parseAnswer(pack, key, value);
  if (!parsed.ok) throw fault('BAD_INPUT', 'This answer can’t be used.', { issues: [{ path: key, message: parsed.message }] });
  return parsed.value;
}
