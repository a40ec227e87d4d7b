import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { DisplayOrder, DisplayState } from '#core/contract/display.ts';
import { evidenceCount } from '#core/domain/patientScreen.ts';
import type { Language } from '#core/domain/text.ts';
import { useApi } from '../client/api.ts';
import { describeError } from '../client/errors.ts';
import { useConsult } from '../consult/answers/ConsultContext.ts';
import { useText } from '../text/useText.ts';
import { announce } from '../ui/announce.ts';

const CLOSED: DisplayState = { open: false, mode: 'blank', language: 'en', part: null };

/** The language that was chosen for the screen of a visit; to begin with it is that of her paper. */
let chosen: { consultationId: string; language: Language } | null = null;

/** What the person can do with the patient's screen in this visit. */
export interface ScreenOrders {
  state: DisplayState;
  /** Lines of evidence of the section that is shown there. */
  lines: number;
  languages: readonly Language[];
  follow: () => void;
  hold: () => void;
  blank: () => void;
  test: () => void;
  /** Shows the first line of evidence, then the next; after the last they are hidden. */
  nextEvidence: () => void;
  hideEvidence: () => void;
  speak: (language: Language) => void;
  close: () => void;
}

/** The section that is open here; the one of last time where the screen shows none. */
function useSectionHere(): string {
  const { pack, consultation } = useConsult();
  const { section } = useParams({ strict: false });
  const known = [section, consultation.place?.section].find((id) => pack.sections.some((each) => each.id === id));
  return known ?? pack.sections[0]?.id ?? '';
}

/** Orders what stands on the patient's screen, and lets it follow the section that is open here. Used once in a visit's frame. */
export function useScreenOrders(): ScreenOrders {
  const t = useText();
  const { client, orpc } = useApi();
  const queries = useQueryClient();
  const { pack, consultation, paperLanguage, showFault } = useConsult();
  const here = useSectionHere();
  const state = useQuery(orpc.display.state.queryOptions()).data ?? CLOSED;
  const hash = consultation.pack.hash;
  const partOf = (section: string, evidence: number | null = null) => ({ pack: hash, section, evidence });
  const told = state.part?.pack === hash ? state.part : null;
  // While it follows, what is open here is what it shows, also before that has been heard back.
  const shown = told && state.mode === 'follow' && told.section !== here ? partOf(here) : told;
  const lines = shown ? evidenceCount(pack, shown.section) : 0;

  const wanted = chosen?.consultationId === consultation.id ? chosen.language : paperLanguage;
  const language = pack.languages.find((each) => each === wanted) ?? pack.languages[0] ?? 'en';

  async function order(change: Partial<DisplayOrder>, said?: string): Promise<void> {
    try {
      const next = await client.display.show({ mode: state.mode, language, part: shown, ...change });
      queries.setQueryData(orpc.display.state.queryKey(), next);
      if (said) announce(said);
    } catch (fault) {
      showFault(describeError(fault));
    }
  }
  const keepMode = () => (state.mode === 'held' ? ('held' as const) : ('follow' as const));

  const goAlong = useEffectEvent(() => {
    if (state.open && state.mode === 'follow' && told?.section !== here) void order({ part: partOf(here) });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the section that is open is what it follows
  useEffect(() => goAlong(), [here]);

  return {
    state,
    lines,
    languages: pack.languages,
    follow: () => void order({ mode: 'follow', part: partOf(here) }, t('patientScreen.isFollowing')),
    hold: () => void order({ mode: 'held', part: shown ?? partOf(here) }, t('patientScreen.isHeld')),
    blank: () => void order({ mode: 'blank', part: null }, t('patientScreen.isBlank')),
    test: () => void order({ mode: 'test', part: null }, t('patientScreen.isTest')),
    nextEvidence() {
      if (!shown || lines === 0) return;
      const next = (shown.evidence ?? -1) + 1;
      void order({ mode: keepMode(), part: partOf(shown.section, next < lines ? next : null) });
    },
    hideEvidence() {
      if (shown) void order({ mode: keepMode(), part: partOf(shown.section) });
    },
    speak(next) {
      chosen = { consultationId: consultation.id, language: next };
      void order({ language: next });
    },
    close() {
      void client.display.close().catch((fault: unknown) => showFault(describeError(fault)));
      void window.consultleaf?.closePatientWindow().catch(() => undefined);
    },
  };
}
