import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { errors } from '#core/contract/errors.ts';
import type { Approval, Consultation } from '#core/contract/shapes.ts';
import { approvalState } from '#core/domain/approval.ts';
import { evaluate } from '#core/domain/evaluate.ts';
import type { Pack } from '#core/domain/pack.ts';
import { answersFromRows, parseAnswer } from '#core/domain/parseAnswer.ts';
import { languagesOn, type PaperLanguage, paperLanguageSchema } from '#core/domain/text.ts';
import { clinicSchema } from '#core/domain/visit.ts';
import { type Api, useApi } from '../../client/api.ts';
import { describeError, errorDataOf } from '../../client/errors.ts';
import { useStatus } from '../../frame/session.ts';
import { translate } from '../../text/i18n.ts';
import { useWindowLanguage } from '../../text/language.ts';
import { shownLanguage, shownText } from '../../text/pack.ts';
import { wantField } from '../place/focus.ts';
import { AnswerKeeper } from './answerKeeper.ts';
import type { AppliedProtocol, Consult } from './ConsultContext.ts';
import { fieldKey } from './conflicts.ts';
import type { AnswerChange, SaveResult } from './keeperState.ts';
import { useKeeper } from './keepers.ts';

/** What a consultation's screens need before they can be drawn. */
export interface Loaded {
  consultation: Consultation;
  pack: Pack;
  approvals: readonly Approval[];
  clinicReady: boolean;
  today: string;
  timeZone: string;
}

export type Loading = { state: 'loading' } | { state: 'failed'; message: string; again: () => void } | { state: 'ready'; loaded: Loaded };

/** Loads a consultation with the pack that it is pinned to. */
export function useLoaded(consultationId: string): Loading {
  const { orpc } = useApi();
  const read = useQuery(orpc.consultations.read.queryOptions({ input: { consultationId } }));
  const hash = read.data?.pack.hash;
  const pack = useQuery({
    ...orpc.packs.read.queryOptions({ input: { hash: hash ?? '' } }),
    enabled: hash !== undefined,
    staleTime: Infinity,
  });
  const packs = useQuery(orpc.packs.list.queryOptions());
  const clinic = useQuery(orpc.clinic.read.queryOptions());
  const status = useQuery(orpc.app.status.queryOptions());
  const needed = [read, pack, packs, clinic, status];
  const fault = needed.find((query) => query.error && query.data === undefined)?.error;
  if (fault) {
    const again = () => {
      for (const query of needed) if (query.error) void query.refetch();
    };
    return { state: 'failed', message: describeError(fault), again };
  }
  if (!read.data || !pack.data || !packs.data || !clinic.data || !status.data) return { state: 'loading' };
  return {
    state: 'ready',
    loaded: {
      consultation: read.data,
      pack: pack.data,
      approvals: packs.data.flatMap((summary) => summary.approvals),
      clinicReady: clinicSchema.safeParse(clinic.data.clinic).success,
      today: status.data.today,
      timeZone: clinic.data.timeZone,
    },
  };
}

async function saveAnswers(
  client: Api['client'],
  input: { consultationId: string; changes: AnswerChange[]; rev: number },
): Promise<SaveResult> {
  try {
    return { kind: 'saved', ...(await client.consultations.saveAnswers(input)) };
  } catch (fault) {
    const changed = errors.CHANGED_ELSEWHERE.data.safeParse(errorDataOf(fault, 'CHANGED_ELSEWHERE'));
    const key = changed.data?.key;
    if (changed.success && key !== undefined) return { kind: 'conflict', rev: changed.data.rev, key, theirs: changed.data.theirs };
    return { kind: 'failed', message: describeError(fault) };
  }
}

/** Holds the answers of a loaded consultation, evaluates them, and stores what changes. */
export function useConsultation(loaded: Loaded): Consult {
  const { consultation, pack } = loaded;
  const { client, orpc } = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const consultationId = consultation.id;
  const readKey = orpc.consultations.read.queryKey({ input: { consultationId } });
  const { user } = useStatus();
  const owner = { id: user?.id ?? '', name: user?.name ?? '' };
  const keeper = useKeeper(
    consultationId,
    owner,
    () =>
      new AnswerKeeper({
        rows: consultation.answers,
        rev: consultation.rev,
        savedAt: consultation.savedAt,
        opened: consultation.opened,
        save: async ({ changes, rev }) => {
          // Somebody else may be signed in here by now: what one person typed is never stored in another's name.
          const here = queries.getQueryData(orpc.app.status.queryKey())?.user?.id;
          if (here !== owner.id) return { kind: 'failed', message: translate('save.waitsForOwner', { name: owner.name }) };
          return saveAnswers(client, { consultationId, changes, rev });
        },
        problem: (key, value) => {
          const parsed = parseAnswer(pack, key, value);
          return parsed.ok ? undefined : parsed.message;
        },
        reload: () => void queries.invalidateQueries({ queryKey: readKey }),
      }),
  );
  useEffect(() => {
    keeper.refresh({ rows: consultation.answers, rev: consultation.rev, savedAt: consultation.savedAt });
  }, [keeper, consultation]);
  return useConsultOf(loaded, keeper, (section, field) => {
    wantField(field ? { section, key: fieldKey(field) } : null);
    void navigate({ to: '/consult/$consultationId/$section', params: { consultationId, section } });
  });
}

/** What the screens of a consultation read: the answers that `keeper` holds, evaluated. `goTo` shows a field. */
export function useConsultOf(loaded: Loaded, keeper: AnswerKeeper, goTo: Consult['goTo']): Consult {
  const { consultation, pack, today, approvals, clinicReady, timeZone } = loaded;
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useWindowLanguage();
  const [fault, showFault] = useState<string | null>(null);
  const [applied, showApplied] = useState<AppliedProtocol | null>(null);
  const answers = useMemo(() => answersFromRows([...state.values].map(([key, value]) => ({ key, value }))), [state.values]);
  const stateIn = (language: PaperLanguage) =>
    approvalState({ hash: consultation.pack.hash, reviewBy: pack.reviewBy, language, approvals, today, timeZone });
  const paperLanguage = answers.program.language ?? pack.languages[0] ?? 'en';
  const approval = stateIn(paperLanguage);
  const approved = approval === 'approved';
  const evaluation = useMemo(
    () => evaluate({ pack, answers, today, opened: [...state.opened], clinicReady, approved }),
    [pack, answers, today, state.opened, clinicReady, approved],
  );
  return {
    consultation,
    pack,
    language: shownLanguage(pack.languages),
    keeper,
    state,
    answers,
    evaluation,
    today,
    timeZone,
    paperLanguage,
    approval,
    approvedLanguages: paperLanguageSchema.options.filter(
      (language) => languagesOn(language).every((each) => pack.languages.includes(each)) && stateIn(language) === 'approved',
    ),
    fault,
    showFault,
    applied,
    showApplied,
    packText: (key) => shownText(pack, key),
    goTo,
  };
}
