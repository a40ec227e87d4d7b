import { comingDays } from '#core/domain/nextDate.ts';
import { standingVisits } from './callerCard.ts';
import type { Handlers } from './context.ts';
import { readPatient } from './patients.ts';
import { plansOf } from './plans.ts';
import { todayOf } from './today.ts';
import { readVersions } from './versions.ts';

/** A slip holds no more. */
const MOST_DAYS = 6;

export const slipCommands: Handlers<'slips.of'> = {
  'slips.of': ({ sql, audit, views }, { patientId }, actor) => {
    const { name, recordNumber, age } = readPatient(sql, patientId);
    views.record(audit, 'patient.view', patientId, actor);
    const visits = standingVisits(sql, patientId);
    const papers = visits.flatMap((visit) =>
      readVersions(sql, visit.id).filter(({ replacedBy, sameAs }) => replacedBy === null && sameAs === null),
    );
    return {
      patient: { name, recordNumber, age },
      days: comingDays(plansOf(sql, visits), todayOf(sql, actor).today, MOST_DAYS),
      language: papers[0]?.language ?? null,
    };
  },
};
