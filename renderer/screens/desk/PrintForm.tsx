import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { PRINT_PARTS, type PrintPart } from '#core/domain/printing.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import field from '../../ui/Field.module.css';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import css from './Desk.module.css';
import { usualOrder } from './jobWords.ts';
import type { JobProps } from './useJobActs.ts';

const MOST_COPIES = 5;

/** Printing a paper that waits or failed: where, how often, with what. The key prints it as it stands here. */
export function PrintForm({ job, queue, acts }: JobProps) {
  const t = useText();
  const usual = usualOrder(job, queue);
  const [printer, setPrinter] = useState(usual?.printer ?? null);
  const [copies, setCopies] = useState<number | null>(usual?.copies ?? 1);
  const [parts, setParts] = useState<readonly PrintPart[]>(usual?.parts ?? ['paper']);
  const [tried, setTried] = useState(false);
  const left = PRINT_PARTS.filter((part) => (part !== 'clinicCopy' || job.hasClinicCopy) && !job.partsDone.includes(part));
  const chosen = left.filter((part) => parts.includes(part));
  const nothing = tried && chosen.length === 0;
  const faultId = useId();
  const print = () => {
    setTried(true);
    if (printer !== null && copies !== null && chosen.length > 0)
      acts.print(job, { printer, copies, parts: [...job.partsDone, ...chosen] });
  };
  useCommands([{ id: 'desk.print', title: t('desk.key.print'), run: print }]);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        print();
      }}
    >
      {queue.printers.length > 0 ? (
        <>
          <Select
            label={t('desk.with')}
            value={printer}
            onChange={setPrinter}
            choices={queue.printers.map(({ id, name, state }) => ({
              value: id,
              label: state === 'stuck' ? t('desk.printerStuck', { printer: name }) : name,
            }))}
            error={tried && printer === null ? t('desk.noPrinter') : undefined}
          />
          <NumberField
            label={t('desk.copies')}
            value={copies}
            onChange={setCopies}
            min={1}
            max={MOST_COPIES}
            steps
            compact
            error={tried && copies === null ? t('desk.copiesMissing') : undefined}
          />
          {left.length > 1 ? (
            <fieldset className={css.parts} aria-describedby={nothing ? faultId : undefined}>
              <legend>{t('desk.parts')}</legend>
              {left.map((part) => (
                <Checkbox
                  key={part}
                  checked={parts.includes(part)}
                  onChange={(on) => setParts(on ? [...parts, part] : parts.filter((each) => each !== part))}
                >
                  {t(`desk.part.${part}`)}
                </Checkbox>
              ))}
              {nothing ? (
                <p id={faultId} className={field.error} role="alert">
                  <TriangleAlert aria-hidden="true" />
                  {t('desk.partsMissing')}
                </p>
              ) : null}
            </fieldset>
          ) : null}
          <Button kind="main" type="submit" pending={acts.pending}>
            {t(job.state === 'failed' ? 'desk.tryAgain' : 'desk.print')}
            <CommandKey id="desk.print" />
          </Button>
        </>
      ) : null}
      <div className={css.ways}>
        <Button pending={acts.pending} onPress={() => acts.save(job)}>
          {t('desk.save')}
        </Button>
        <Button pending={acts.pending} onPress={() => acts.elsewhere(job)}>
          {t('desk.elsewhere')}
        </Button>
        <Button kind="quiet" pending={acts.pending} onPress={() => acts.remove(job)}>
          {t('desk.remove')}
        </Button>
      </div>
    </form>
  );
}
