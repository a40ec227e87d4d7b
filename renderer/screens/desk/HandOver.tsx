import { useRef, useState } from 'react';
import type { PrintJob } from '#core/contract/printing.ts';
import type { HandedTo, SecondIdentifier } from '#core/domain/printing.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import css from './Desk.module.css';
import type { JobActs } from './useJobActs.ts';

const HERSELF = 'herself';

/** Giving the paper away: to whom, and what was compared before. Nothing is chosen beforehand. */
export function HandOver({ job, acts }: { job: PrintJob; acts: JobActs }) {
  const t = useText();
  const [who, setWho] = useState<string | null>(null);
  const [checked, setChecked] = useState<SecondIdentifier | null>(null);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const give = () => {
    setTried(true);
    if (who === null || checked === null) {
      // The first of the two that nobody has answered yet.
      const missing = form.current?.querySelectorAll('[role="radiogroup"]')[who === null ? 0 : 1];
      missing?.querySelector('input')?.focus();
      return;
    }
    const to: HandedTo = who === HERSELF ? { kind: 'herself' } : { kind: 'named', name: who.slice(HERSELF.length) };
    acts.handOver(job, { to, checked });
  };
  useCommands([{ id: 'desk.handOver', title: t('desk.key.handOver'), run: give }]);
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <RadioGroup
        label={t('desk.step.handed')}
        labelHidden
        small
        column
        value={who}
        onChange={setWho}
        error={tried && who === null ? t('desk.whoMissing') : undefined}
        choices={[
          { value: HERSELF, label: t('desk.herself') },
          ...job.mayCollect.map(({ name, relation }) => ({ value: HERSELF + name, label: name, note: t(`relation.${relation}`) })),
        ]}
      />
      <RadioGroup
        label={t('desk.checkText')}
        small
        column
        value={checked}
        onChange={setChecked}
        error={tried && checked === null ? t('desk.checkMissing') : undefined}
        choices={job.identifiers.map(({ kind, value }) => ({
          value: kind,
          label: t('desk.identifier', { what: t(`desk.identifier.${kind}`), value: kind === 'birthDate' ? dateText(value) : value }),
        }))}
      />
      <Button kind="main" type="submit" pending={acts.pending}>
        {t('desk.handedOver')}
        <CommandKey id="desk.handOver" />
      </Button>
    </form>
  );
}
