import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrintQueue, PrintSettings } from '#core/contract/printing.ts';
import { PRINT_PARTS } from '#core/domain/printing.ts';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import form from '../Form.module.css';
import { SaveFoot } from '../SaveFoot.tsx';
import { Clash } from './Clash.tsx';
import { linesOf, shownPrinters, theirsOf, withPrinter } from './draft.ts';
import { PrinterCard } from './PrinterCard.tsx';
import css from './PrintSettings.module.css';

/** No printer has this name. */
const ASK = '?';

export interface PrintSettingsFormProps {
  settings: PrintSettings;
  queue: PrintQueue;
  mayChange: boolean;
}

/** How the clinic prints. What is changed here stays while the printers are asked anew, and when somebody else saves. */
export function PrintSettingsForm({ settings, queue, mayChange }: PrintSettingsFormProps) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(settings);
  const printers = shownPrinters(draft, queue.printers);
  const nameOf = (id: string) => printers.find((each) => each.id === id)?.name ?? id;
  const taken = (saved: PrintSettings) => {
    setDraft(saved);
    queries.setQueryData(orpc.printing.settings.queryKey(), saved);
  };
  const save = useMutation(
    orpc.printing.saveSettings.mutationOptions({
      onSuccess: (saved) => {
        taken(saved);
        announce(t('settings.saved'));
      },
    }),
  );
  const theirs = theirsOf(save.error);
  const change = (next: PrintSettings) => {
    if (save.isSuccess) save.reset();
    setDraft(next);
  };
  const lines = linesOf(draft, nameOf);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (mayChange && !save.isPending) save.mutate(draft);
      }}
    >
      {queue.system === 'there' ? null : (
        <Banner kind={queue.system === 'none' ? 'info' : 'bad'}>
          <p>{t(queue.system === 'none' ? 'desk.systemNone' : 'desk.systemDown')}</p>
        </Banner>
      )}
      <section className={form.card} aria-labelledby="print-usual">
        <h2 id="print-usual">{t('printSet.everyPaper')}</h2>
        {mayChange ? (
          <div className={form.fields}>
            <Select
              label={t('printSet.usual')}
              hint={t('printSet.usualHint')}
              value={draft.usualPrinter ?? ASK}
              choices={[
                { value: ASK, label: t('printSet.ask') },
                ...printers.map(({ id, name, found }) => ({ value: id, label: name, ...(found ? {} : { note: t('printSet.gone') }) })),
              ]}
              onChange={(id) => change({ ...draft, usualPrinter: id === ASK ? null : id })}
            />
            <fieldset className={css.parts}>
              <legend>{t('printSet.parts')}</legend>
              {PRINT_PARTS.filter((part) => part !== 'paper').map((part) => (
                <Checkbox
                  key={part}
                  checked={draft.usualParts.includes(part)}
                  onChange={(on) =>
                    change({ ...draft, usualParts: PRINT_PARTS.filter((each) => (each === part ? on : draft.usualParts.includes(each))) })
                  }
                >
                  {t(`desk.part.${part}`)}
                </Checkbox>
              ))}
            </fieldset>
          </div>
        ) : (
          <>
            <p>{t('printSet.readOnly')}</p>
            <dl className={css.lines}>
              {[t('printSet.usual'), t('printSet.parts')].map((line) => (
                <div key={line}>
                  <dt>{line}</dt>
                  <dd>{lines.get(line)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </section>
      {printers.map((printer) => (
        <PrinterCard
          key={printer.id}
          printer={printer}
          onChange={mayChange ? (setting) => change(withPrinter(draft, printer.id, setting)) : null}
        />
      ))}
      <SaveFoot
        save={save}
        readOnly={!mayChange}
        clash={
          theirs ? (
            <Clash
              mine={draft}
              theirs={theirs}
              nameOf={nameOf}
              onTheirs={() => {
                taken(theirs);
                save.reset();
              }}
              onMine={() => save.mutate({ ...draft, rev: theirs.rev })}
            />
          ) : null
        }
      />
    </form>
  );
}
