import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../client/api.ts';
import { useWindowLanguage } from '../../text/language.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { Status } from '../../ui/Status.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { PRINTER_KINDS } from '../desk/jobWords.ts';
import form from '../Form.module.css';
import { type PrinterSetting, type ShownPrinter, settingText } from './draft.ts';
import css from './PrintSettings.module.css';

/** No tray has this name. */
const ANY_TRAY = '?';

/** A page that shows whether the printer works and keeps the size. Sent once for each press. */
function TestPage({ printer }: { printer: ShownPrinter }) {
  const t = useText();
  const { orpc } = useApi();
  const language = useWindowLanguage();
  const test = useMutation(orpc.slips.testPage.mutationOptions({ onSuccess: () => announce(t('slips.sent', { printer: printer.name })) }));
  return (
    <>
      <Button pending={test.isPending} onPress={() => test.mutate({ printer: printer.id, language })}>
        {t('printSet.test')}
      </Button>
      {test.isSuccess ? <Status kind="ok">{t('slips.sent', { printer: printer.name })}</Status> : null}
      {test.error ? <Failure error={test.error} /> : null}
    </>
  );
}

export interface PrinterCardProps {
  printer: ShownPrinter;
  /** Null where whoever is signed in only reads. */
  onChange: ((setting: PrinterSetting | null) => void) | null;
}

/** A printer: what it can do, and how papers are printed on it. One that is gone keeps its settings until it is forgotten. */
export function PrinterCard({ printer, onChange }: PrinterCardProps) {
  const t = useText();
  const { found, name, setting } = printer;
  const trays = [...new Set([...(found?.can.trays ?? []), ...(setting.tray === null ? [] : [setting.tray])])];
  return (
    <section className={form.card} aria-label={name}>
      <div className={css.head}>
        <h2>{name}</h2>
        {found ? (
          <Tag kind={PRINTER_KINDS[found.state]}>{t(`desk.printer.${found.state}`)}</Tag>
        ) : (
          <Tag kind="warn">{t('printSet.gone')}</Tag>
        )}
      </div>
      {found ? (
        <p>
          {t('printSet.can', {
            sizes: found.can.sizes.join(', ') || t('printSet.notTold'),
            sides: t(found.can.bothSides ? 'printSet.canBoth' : 'printSet.canOne'),
            trays: found.can.trays.length,
          })}
        </p>
      ) : (
        <p>{t('printSet.goneText')}</p>
      )}
      {onChange ? (
        <>
          <div className={form.fields}>
            <RadioGroup
              label={t('printSet.sides')}
              value={setting.sides}
              choices={(['one', 'both'] as const).map((value) => ({ value, label: t(`printSet.sides.${value}`) }))}
              onChange={(sides) => onChange({ ...setting, sides })}
              error={found && !found.can.bothSides && setting.sides === 'both' ? t('printSet.cannotBoth') : undefined}
            />
            <RadioGroup
              label={t('printSet.size')}
              value={setting.size}
              choices={(['A4', 'Letter'] as const).map((value) => ({ value, label: value }))}
              onChange={(size) => onChange({ ...setting, size })}
            />
            {trays.length > 0 ? (
              <Select
                label={t('printSet.tray')}
                value={setting.tray ?? ANY_TRAY}
                choices={[{ value: ANY_TRAY, label: t('printSet.anyTray') }, ...trays.map((value) => ({ value, label: value }))]}
                onChange={(tray) => onChange({ ...setting, tray: tray === ANY_TRAY ? null : tray })}
              />
            ) : null}
          </div>
          <div className={css.acts}>
            {found ? (
              <TestPage printer={printer} />
            ) : (
              <Button onPress={() => onChange(null)}>{t('printSet.forget', { printer: name })}</Button>
            )}
          </div>
        </>
      ) : (
        <p>{settingText(setting)}</p>
      )}
    </section>
  );
}
