import { Check, FileDown, Redo2, TriangleAlert, Undo2 } from 'lucide-react';
import { PatientStrip } from '../../frame/PatientStrip.tsx';
import { openScreenDialog } from '../../patientScreen/dialogState.ts';
import { ScreenControl } from '../../patientScreen/ScreenControl.tsx';
import { screenWords } from '../../patientScreen/screenEntries.tsx';
import { useScreenOrders } from '../../patientScreen/useScreenOrders.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import css from './strip.module.css';
import { useExportVisit } from './useExportVisit.ts';
import { useUndo } from './useUndo.ts';

/** How far saving is: saved with the time, saving, or not saved. */
function Saved() {
  const t = useText();
  const { state, timeZone } = useConsult();
  if (state.save.kind === 'notSaved' || state.drafts.size > 0 || state.conflicts.size > 0) {
    return (
      <span className={cx(css.saved, css.notSaved)}>
        <TriangleAlert />
        {t('save.notSaved')}
      </span>
    );
  }
  if (state.save.kind === 'saving') return <span className={css.saved}>{t('save.saving')}</span>;
  return (
    <span className={css.saved}>
      <Check />
      {t('save.saved', { time: inZone(state.save.at, timeZone).time })}
    </span>
  );
}

/** The strip of a consultation: who she is, how far saving is, and what can be taken back. `done`: nothing more changes. */
export function ConsultStrip({ done }: { done?: boolean }) {
  const t = useText();
  const { consultation, state } = useConsult();
  const exportVisit = useExportVisit();
  const { undo, redo } = useUndo();
  const screen = useScreenOrders();
  const entries = [
    ...(done
      ? []
      : [
          { id: 'undo', label: t('consult.undo'), icon: <Undo2 />, command: 'undo' as const, run: undo },
          { id: 'redo', label: t('consult.redo'), icon: <Redo2 />, command: 'redo' as const, run: redo },
        ]),
    { id: 'patientScreen', ...screenWords(screen, t), run: () => void setTimeout(openScreenDialog) },
    { id: 'export', label: t('consult.exportVisit'), icon: <FileDown />, run: exportVisit },
  ];
  return (
    <PatientStrip
      patient={consultation.patient}
      facts={[{ label: t('consult.visit'), value: dateText(consultation.visitDate, { weekday: true }) }]}
      menuEntries={entries}
    >
      {done ? null : (
        <>
          <Saved />
          <Button kind="strip" icon label={t('consult.undo')} onPress={undo} unavailable={!state.canUndo} className={css.tool ?? ''}>
            <Undo2 />
          </Button>
          <Button kind="strip" icon label={t('consult.redo')} onPress={redo} unavailable={!state.canRedo} className={css.tool ?? ''}>
            <Redo2 />
          </Button>
        </>
      )}
      <ScreenControl orders={screen} />
    </PatientStrip>
  );
}
