import { type ProgramAnswers, type ProgramQuestionId, programQuestions, type TopicAnswer } from '#core/domain/answers.ts';
import { useConsult } from './ConsultContext.ts';
import { useMayChange } from './useMayChange.ts';

export interface AnswerHandle<Value> {
  /** The row id, also the name of the field on the screen. */
  key: string;
  /** The answer, stored or about to be. */
  value: Value | undefined;
  /** What stands in the field: the answer, or what was typed and can't be stored yet. */
  shown: unknown;
  /** Why what stands in the field can't be stored. */
  error: string | undefined;
  /** Whether whoever is signed in here may change it; when not, nothing below does. */
  mayChange: boolean;
  /** Changes it; with `typing` as `type` does. */
  set: (value: Value | null, typing?: boolean) => void;
  /** The same while letters may follow; the store waits for a short pause. */
  type: (value: Value | null) => void;
  /** The field is left. */
  done: () => void;
}

function useAnswer<Value>(key: string, value: Value | undefined): AnswerHandle<Value> {
  const { keeper, state } = useConsult();
  const draft = state.drafts.get(key);
  const mayChange = useMayChange()(key);
  return {
    key,
    value,
    shown: draft ? draft.value : state.values.get(key),
    error: draft?.message,
    set: (next, typing = false) => {
      if (mayChange) keeper.set(key, next, typing);
    },
    type: (next) => {
      if (mayChange) keeper.set(key, next, true);
    },
    mayChange,
    done: () => keeper.flush(),
  };
}

/** The answer to one of the program's own questions. */
export function useProgramAnswer<Id extends ProgramQuestionId>(id: Id): AnswerHandle<NonNullable<ProgramAnswers[Id]>> {
  const { answers } = useConsult();
  return useAnswer(`program.${id}`, answers.program[id] ?? undefined);
}

/** Her answer to a question of the pack. */
export function useTopicAnswer(id: string): AnswerHandle<TopicAnswer> {
  const { answers } = useConsult();
  return useAnswer(`topic.${id}`, answers.topic[id]);
}

/** The most characters that a text question takes. */
export function longestText(id: ProgramQuestionId): number | undefined {
  const schema = programQuestions[id];
  return 'maxLength' in schema && typeof schema.maxLength === 'number' ? schema.maxLength : undefined;
}
