import { type ProgramAnswers, SLOTS } from '#core/domain/answers.ts';
import { firstDayOf } from '#core/domain/course.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';
import { mg, startWords, stopWords, sumWords } from '../protocol/words.ts';
import { type CheckInput, type CheckRow, rowOf } from './rows.ts';

function timesWords({ units, slotTimes }: ProgramAnswers, t: Translate): string {
  if (!units) return '';
  const used = SLOTS.filter((slot) => units[slot] > 0);
  return used
    .map((slot) => {
      const said = t('check.count', { count: units[slot], slot: t(`check.slot.${slot}`) });
      return slotTimes?.[slot] ? t('protocol.atTime', { said, time: slotTimes[slot] }) : said;
    })
    .join(', ');
}

function medicineWords({ form, strengthMg, release, brand }: ProgramAnswers, medicine: string, t: Translate): string {
  if (!form || strengthMg === undefined) return '';
  const what = t('check.medicine', { medicine, form: t(`protocol.form.${form}`).toLowerCase(), strength: mg(strengthMg) });
  return [what, release ? t(`check.release.${release}`) : '', brand ?? ''].filter(Boolean).join(', ');
}

/** The protocol, line by line; none where the decision gives no medicine. */
export function protocolRows(input: CheckInput): CheckRow[] {
  const { answers, packText, t } = input;
  const { program } = answers;
  if (program.decision === 'wait' || program.decision === 'notTaking') return [];
  const row = rowOf(input);
  const sum = sumWords(program, t);
  const firstDay = firstDayOf(program);
  const until = stopWords(program, t);
  const from = startWords(program, t) ?? '';
  const supervisors = [
    program.supervisors?.fertility && t('check.fertility', { name: program.supervisors.fertility }),
    program.supervisors?.kidney && t('check.kidney', { name: program.supervisors.kidney }),
  ];
  const later = program.doseLater ? t('check.doseLater') : undefined;
  return [
    row('form', {
      label: t('check.row.medicine'),
      value: medicineWords(program, packText('medicine'), t),
      ...(later ? { empty: later } : {}),
    }),
    row('units', {
      label: t('check.row.inOneDay'),
      value: later ?? '',
      ...(sum && !later ? { strong: sum.sum.replace(/\.$/, '') } : {}),
    }),
    row('units', { label: t('check.row.times'), value: timesWords(program, t), ...(later ? { empty: later } : {}) }),
    ...(program.doseReason ? [row('doseReason', { label: t('protocol.outside.reason'), value: program.doseReason })] : []),
    row('start', { label: t('check.row.firstDay'), value: from, ...(firstDay ? { strong: dateText(firstDay, { weekday: true }) } : {}) }),
    row('stop', { label: t('check.row.stopRule'), value: until ? t('check.until', { until }) : '' }),
    row('supervisors', { label: t('check.row.supervision'), value: supervisors.filter(Boolean).join('; ') }),
    ...(['ifTransferMoves', 'ifNegative', 'ifBleeding', 'ifVomiting'] as const).map((id) => row(id, { value: program[id] ?? '' })),
    ...(['food', 'missedDose', 'otherMedicines'] as const).flatMap((id) => (program[id] ? [row(id, { value: program[id] })] : [])),
  ];
}
