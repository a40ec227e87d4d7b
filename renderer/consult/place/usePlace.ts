import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useApi } from '../../client/api.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { ALL, PART } from '../section/asking.ts';
import { fieldKeyOf, focusField, focusFirstOpen, forgetWanted, onWanted, wantedField } from './focus.ts';

/** The cursor moves fast; its place is stored when it rests for this long, in milliseconds. */
const REST_MS = 200;

/**
 * Keeps the place of the cursor: on opening a section it goes to the field that was asked for, to where the person left off,
 * or to the first thing without an answer; and every move is stored, so that a restart finds it again.
 */
export function usePlace(section: string, root: RefObject<HTMLElement | null>): { onFocus: (event: { target: Element }) => void } {
  const { client } = useApi();
  const { consultation, keeper } = useConsult();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const store = useEffectEvent((place: { section: string; field: string | null }) => {
    // A place that isn't stored costs the person one click after a restart: no message is worth that.
    client.consultations.savePlace({ consultationId: consultation.id, place }).catch(() => undefined);
  });
  /** On the page with every question the place is that of the section of the field. */
  const rest = useEffectEvent((element: Element | null) => {
    const at = element?.closest(`[${PART}]`)?.getAttribute(PART) ?? section;
    if (at === ALL) return;
    keeper.open(at);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => store({ section: at, field: fieldKeyOf(element) }), REST_MS);
  });
  const open = useEffectEvent(() => {
    if (section !== ALL) keeper.open(section);
    if (!root.current) return;
    const wanted = wantedField(section);
    forgetWanted();
    const left = section === ALL || consultation.place?.section === section ? (consultation.place?.field ?? null) : null;
    const key = wanted ?? left;
    if (key === null || !focusField(root.current, key)) focusFirstOpen(root.current);
    rest(document.activeElement);
  });
  const [asked, setAsked] = useState(0);
  // Runs when another section is drawn, and when a field asked for is: the section may have unfolded it in the same step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing else opens a section
  useLayoutEffect(() => open(), [section, asked]);
  useEffect(
    () =>
      onWanted((wanted) => {
        if (wanted.section === section) setAsked((count) => count + 1);
      }),
    [section],
  );
  return { onFocus: (event) => rest(event.target) };
}
