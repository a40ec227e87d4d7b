import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FoundPatient } from '#core/contract/patientShapes.ts';
import { useApi } from '../client/api.ts';
import { useStatus } from '../frame/session.ts';
import { ageText, whyFound } from '../text/person.ts';
import { useText } from '../text/useText.ts';
import { matches } from './match.ts';
import { useAllCommands } from './useAllCommands.ts';

export interface PaletteItem {
  id: string;
  kind: 'command' | 'patient';
  title: string;
  note?: string;
  shortcut?: string;
  run: () => void;
}
export interface PaletteGroup {
  id: string;
  title: string;
  items: PaletteItem[];
}

const MOST_PATIENTS = 6;

/** What has a key of its own is done most; what is done once, such as erasing, never stands first under the cursor. */
function keyedFirst(one: PaletteItem, other: PaletteItem): number {
  const keyed = (item: PaletteItem) => Number(item.kind === 'command' && item.shortcut !== undefined);
  return keyed(other) - keyed(one);
}

/** What the palette lists for what is typed: the screen's own groups, actions, patients. */
export function usePaletteGroups(typed: string): PaletteGroup[] {
  const t = useText();
  const navigate = useNavigate();
  const { orpc } = useApi();
  const { state, today } = useStatus();
  const open = state === 'open';
  const commands = useAllCommands();
  const text = typed.trim();
  const patients = useQuery({
    ...orpc.patients.search.queryOptions({ input: { text } }),
    enabled: open && text.length > 0,
    placeholderData: keepPreviousData,
  });

  const groups = new Map<string, PaletteItem[]>();
  for (const command of commands) {
    if (command.hidden || !matches(`${command.title} ${command.note ?? ''}`, text)) continue;
    const group = t(`command.group.${command.group}`);
    groups.set(group, [...(groups.get(group) ?? []), { ...command, kind: 'command' }]);
  }
  const found = text && patients.data ? patients.data.slice(0, MOST_PATIENTS) : [];
  if (found.length > 0) {
    const item = (patient: FoundPatient): PaletteItem => ({
      kind: 'patient',
      id: `patient.${patient.id}`,
      title: patient.name,
      note: [ageText(patient.age, today), patient.recordNumber, whyFound(patient)].filter((part) => part !== undefined).join(' · '),
      run: () => void navigate({ to: '/patients/$patientId', params: { patientId: patient.id } }),
    });
    groups.set(t('palette.patients'), found.map(item));
  }
  return [...groups].map(([title, items]) => ({ id: title, title, items: items.toSorted(keyedFirst) }));
}
