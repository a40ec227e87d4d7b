import { type Printer, type PrintSettings, printSettingsSchema } from '#core/contract/printing.ts';
import { PRINT_PARTS } from '#core/domain/printing.ts';
import { errorDataOf } from '../../client/errors.ts';
import { translate } from '../../text/i18n.ts';

export type PrinterSetting = PrintSettings['printers'][number];

/** A printer of the page: one that is there, or one that the settings name and that is gone. */
export interface ShownPrinter {
  id: string;
  name: string;
  /** null: it isn't there any more. */
  found: Printer | null;
  setting: PrinterSetting;
}

/** Every printer that is there or that the settings name; one without settings of its own stands as it prints now. */
export function shownPrinters(settings: PrintSettings, found: readonly Printer[]): ShownPrinter[] {
  const set = (id: string) => settings.printers.find((each) => each.id === id);
  const there = found.map((printer) => ({
    id: printer.id,
    name: printer.name,
    found: printer,
    setting: set(printer.id) ?? { id: printer.id, ...printer.setting },
  }));
  const named = [...settings.printers.map(({ id }) => id), ...(settings.usualPrinter === null ? [] : [settings.usualPrinter])];
  const gone = [...new Set(named)].filter((id) => !found.some((printer) => printer.id === id));
  return [
    ...there,
    ...gone.map((id) => ({
      id,
      name: id,
      found: null,
      setting: set(id) ?? { id, sides: 'one' as const, size: 'A4' as const, tray: null },
    })),
  ];
}

/** The settings with one printer's changed, or forgotten. */
export function withPrinter(settings: PrintSettings, id: string, setting: PrinterSetting | null): PrintSettings {
  const others = settings.printers.filter((each) => each.id !== id);
  if (setting) return { ...settings, printers: [...others, setting] };
  return { ...settings, printers: others, usualPrinter: settings.usualPrinter === id ? null : settings.usualPrinter };
}

/** What somebody else has saved in between; null where that isn't what went wrong. */
export function theirsOf(error: unknown): PrintSettings | null {
  const data = errorDataOf(error, 'CHANGED_ELSEWHERE');
  const parsed = printSettingsSchema.safeParse(typeof data === 'object' && data !== null && 'theirs' in data ? data.theirs : null);
  return parsed.success ? parsed.data : null;
}

export const settingText = ({ sides, size, tray }: Omit<PrinterSetting, 'id'>) =>
  [size, translate(`desk.sides.${sides}`), tray === null ? '' : translate('printSet.fromTray', { tray })].filter(Boolean).join(', ');

/** The settings as lines of a name and words, for two people to compare. */
export function linesOf(settings: PrintSettings, nameOf: (id: string) => string): Map<string, string> {
  const { usualPrinter, usualParts, printers } = settings;
  return new Map([
    [translate('printSet.usual'), usualPrinter === null ? translate('printSet.ask') : nameOf(usualPrinter)],
    [
      translate('printSet.parts'),
      PRINT_PARTS.filter((part) => usualParts.includes(part))
        .map((part) => translate(`desk.part.${part}`))
        .join(', '),
    ],
    ...printers.map((each): [string, string] => [nameOf(each.id), settingText(each)]),
  ]);
}
