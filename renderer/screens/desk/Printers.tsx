import { Printer as PrinterIcon } from 'lucide-react';
import type { Printer, PrintQueue } from '#core/contract/printing.ts';
import { useStatus } from '../../frame/session.ts';
import { inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './Desk.module.css';
import { PRINTER_KINDS } from './jobWords.ts';
import type { JobActs } from './useJobActs.ts';

/** A printer that needs somebody, with its two ways out. */
function Stuck({ printer, others, acts }: { printer: Printer; others: readonly Printer[]; acts: JobActs }) {
  const t = useText();
  const { timeZone } = useStatus();
  const other = others.find(({ state }) => state !== 'stuck');
  const time = printer.since === null ? '' : inZone(printer.since, timeZone).time;
  return (
    <Banner
      kind="bad"
      actions={
        <div className={css.bannerActs}>
          <Button pending={acts.pending} onPress={() => acts.resume(printer.id)}>
            {t('desk.resume')}
          </Button>
          {other && printer.waiting > 0 ? (
            <Button pending={acts.pending} onPress={() => acts.move(printer.id, other.id)}>
              {t('desk.move', { printer: other.name })}
            </Button>
          ) : null}
        </div>
      }
    >
      <p>
        <b>{t('desk.stuck', { printer: printer.name, reason: t(`desk.reason.${printer.reason ?? 'other'}`), time })}</b>{' '}
        {t('desk.stuckLine', { count: printer.waiting })}
      </p>
    </Banner>
  );
}

/** The printers with their state; a banner for each that somebody has to help. */
export function Printers({ queue, acts }: { queue: PrintQueue; acts: JobActs }) {
  const t = useText();
  const { printers, system } = queue;
  return (
    <>
      {system === 'there' ? null : (
        <Banner kind={system === 'none' ? 'info' : 'bad'}>
          <p>{t(system === 'none' ? 'desk.systemNone' : 'desk.systemDown')}</p>
        </Banner>
      )}
      {printers.length > 0 ? (
        <ul className={css.printers} aria-label={t('desk.printers')}>
          {printers.map((printer) => (
            <li key={printer.id} className={css.printer}>
              <PrinterIcon aria-hidden="true" />
              <p>
                <b>{printer.name}</b>
                <small>
                  {t('desk.printer.line', {
                    size: printer.setting.size,
                    sides: t(`desk.sides.${printer.setting.sides}`),
                    waits: t('desk.printer.waits', { count: printer.waiting }),
                  })}
                </small>
              </p>
              <Tag kind={PRINTER_KINDS[printer.state]}>{t(`desk.printer.${printer.state}`)}</Tag>
            </li>
          ))}
        </ul>
      ) : null}
      {/* Where the whole printing system is away, one banner says it. */}
      {(system === 'there' ? printers : [])
        .filter(({ state }) => state === 'stuck')
        .map((printer) => (
          <Stuck key={printer.id} printer={printer} others={printers.filter(({ id }) => id !== printer.id)} acts={acts} />
        ))}
    </>
  );
}
