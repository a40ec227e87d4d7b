import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { textsIn } from '#core/domain/programAnswers.ts';
import {
  PROTOCOL_PART_IDS,
  type ProtocolPart,
  type ProtocolPartId,
  protocolNameSchema,
  protocolPartOf,
  protocolPartSchema,
} from '#core/domain/savedProtocol.ts';
import { useApi } from '../../client/api.ts';
import { fieldIssues } from '../../client/errors.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import css from './mine.module.css';
import { namesHer } from './namesHer.ts';
import { partName, partWords } from './partWords.ts';

interface PartProblem {
  /** Undefined: of the whole. */
  id: ProtocolPartId | undefined;
  message: string;
}

/** Why what stands in the protocol can't be kept for other patients: a date, her name, or nothing at all. */
function useProblems(part: ProtocolPart): PartProblem[] {
  const t = useText();
  const { consultation } = useConsult();
  const issues = protocolPartSchema.safeParse(part).error?.issues ?? [];
  const ofPart = (id: unknown) => PROTOCOL_PART_IDS.find((each) => each === id);
  const hers = textsIn(part).filter(({ text }) => namesHer(text, consultation.patient));
  return [
    ...issues.map(({ path, message }) => ({ id: ofPart(path[0]), message })),
    ...hers.map(({ path }) => ({ id: ofPart(path[0]), message: t('mine.holdsHer') })),
  ];
}

/** What will be kept, answer by answer. */
function Holds({ part }: { part: ProtocolPart }) {
  const t = useText();
  const { packText } = useConsult();
  return (
    <section className={css.changes} aria-labelledby="mine-holds">
      <h3 id="mine-holds">{t('mine.holds')}</h3>
      <table className={css.table}>
        <tbody>
          {PROTOCOL_PART_IDS.filter((id) => part[id] !== undefined).map((id) => (
            <tr key={id}>
              <th scope="row">{partName(id, t)}</th>
              <td>{partWords(id, part[id], packText, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.never}>{t('mine.never')}</p>
    </section>
  );
}

/** Saves the protocol of this visit, without anything that is hers, as one of the doctor's own. */
export function SaveDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const { answers, consultation } = useConsult();
  const part = protocolPartOf(answers.program);
  const problems = useProblems(part);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const save = useMutation(
    orpc.protocols.save.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.protocols.key() }),
      onSuccess: (saved) => {
        announce(t('mine.saved', { name: saved.name }));
        onClose();
      },
    }),
  );
  const parsed = protocolNameSchema.safeParse(name);
  const hers = namesHer(name, consultation.patient) ? t('mine.holdsHer') : undefined;
  const taken = fieldIssues(save.error).find(({ path }) => path === 'name')?.message;
  function go() {
    setAsked(true);
    if (parsed.success && !hers && problems.length === 0) save.mutate({ name: parsed.data, packHash: consultation.pack.hash, part });
  }
  return (
    <Dialog title={t('mine.saveTitle')} open onClose={onClose} wide>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {problems.length > 0 ? (
          <div className={css.problem} role="alert">
            {problems.some(({ id }) => id) ? <p>{t('mine.mend')}</p> : null}
            <ul>
              {problems.map(({ id, message }) => (
                <li key={`${id} ${message}`}>
                  {id ? <b>{partName(id, t)}: </b> : null}
                  {message}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <TextField
          label={t('mine.name')}
          hint={t('mine.nameHint')}
          value={name}
          onChange={(next) => {
            setName(next);
            save.reset();
          }}
          maxLength={60}
          error={hers ?? taken ?? (asked ? parsed.error?.issues[0]?.message : undefined)}
          autoFocus
        />
        {Object.keys(part).length > 0 ? <Holds part={part} /> : null}
        {save.error && !taken ? <Failure error={save.error} /> : null}
        <FormFoot onCancel={onClose} pending={save.isPending} unavailable={problems.length > 0}>
          {t('mine.saveGo')}
        </FormFoot>
      </form>
    </Dialog>
  );
}
