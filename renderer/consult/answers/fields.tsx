import type { ReactNode } from 'react';
import type { ProgramAnswers, ProgramQuestionId } from '#core/domain/answers.ts';
import { useText } from '../../text/useText.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { FromLast } from '../followUp/FromLast.tsx';
import { useConsult } from './ConsultContext.ts';
import { conflictWords, fieldKey } from './conflicts.ts';
import { Mends } from './Mends.tsx';
import { longestText, useProgramAnswer } from './useAnswer.ts';

/** Keys of program questions whose answer is a `Value`. */
type IdOf<Value> = { [Id in ProgramQuestionId]: NonNullable<ProgramAnswers[Id]> extends Value ? Id : never }[ProgramQuestionId];
type TextId = Exclude<IdOf<string>, 'decision' | 'form' | 'release' | 'language' | 'paper'>;
type ChoiceId = 'form' | 'release' | 'language' | 'paper';

interface FieldPlaceProps {
  name: string;
  open?: boolean;
  className?: string | undefined;
  /** The cursor leaves it: what was typed in its parts is one step of undo. */
  onLeave?: () => void;
  children: ReactNode;
}

/** The place of an answer on the screen: named by its key, and marked while there is no answer. */
export function FieldPlace(props: FieldPlaceProps) {
  const { onLeave } = props;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, it only notes that the cursor has left
    <div
      data-field={props.name}
      {...(props.open ? { 'data-open': '' } : {})}
      {...(props.className ? { className: props.className } : {})}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onLeave?.();
      }}
    >
      {props.children}
      <FromLast name={props.name} />
    </div>
  );
}

/** What is in conflict at the field of an answer, in words. */
export function useConflictAt(key: string): string | undefined {
  const t = useText();
  const { evaluation } = useConsult();
  const conflict = evaluation.conflicts.find((each) => fieldKey(each.field) === key);
  return conflict && conflictWords(conflict, t);
}

interface LookProps {
  label: string;
  hint?: string;
  optional?: boolean;
  labelHidden?: boolean;
  className?: string | undefined;
}

/** The field of a question that is answered in words. */
export function ProgramText({ id, lines, className, ...look }: LookProps & { id: TextId; lines?: number }) {
  const answer = useProgramAnswer(id);
  const max = longestText(id);
  return (
    <FieldPlace name={answer.key} open={answer.value === undefined && !look.optional} className={className}>
      <TextField
        {...look}
        value={typeof answer.shown === 'string' ? answer.shown : ''}
        onChange={(text) => answer.type(text.trim() === '' ? null : text)}
        onDone={answer.done}
        error={answer.error}
        {...(max === undefined ? {} : { maxLength: max })}
        {...(lines ? { lines } : {})}
      />
    </FieldPlace>
  );
}

/** The field of a question that is answered with a day. */
export function ProgramDate({ id, min, className, ...look }: LookProps & { id: TextId; min?: string }) {
  const answer = useProgramAnswer(id);
  const conflict = useConflictAt(answer.key);
  return (
    <FieldPlace name={answer.key} open={answer.value === undefined && !look.optional} className={className} onLeave={answer.done}>
      <DateField
        {...look}
        value={answer.value ?? null}
        onChange={answer.type}
        error={answer.error ?? conflict}
        mend={<Mends at={answer.key} />}
        {...(min ? { min } : {})}
      />
    </FieldPlace>
  );
}

/** The field of a question that is answered with a time of day. */
export function ProgramTime({ id, className, ...look }: LookProps & { id: TextId }) {
  const answer = useProgramAnswer(id);
  return (
    <FieldPlace name={answer.key} className={className} onLeave={answer.done}>
      <TimeField {...look} value={answer.value ?? null} onChange={answer.type} error={answer.error} />
    </FieldPlace>
  );
}

/** The field of a question with a few fixed answers, as a list that opens. */
export function ProgramSelect<Id extends ChoiceId>(
  props: LookProps & { id: Id; choices: readonly { value: NonNullable<ProgramAnswers[Id]> & string; label: string }[] },
) {
  const { id, choices, className, ...look } = props;
  const answer = useProgramAnswer<Id>(id);
  const value = choices.find((choice) => choice.value === answer.value)?.value ?? null;
  return (
    <FieldPlace name={answer.key} open={value === null && !look.optional} className={className}>
      <Select {...look} choices={choices} value={value} onChange={answer.set} error={answer.error} />
    </FieldPlace>
  );
}
