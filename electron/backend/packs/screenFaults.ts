import type { Pack } from '#core/domain/pack.ts';
import { type Counts, FEWEST_WOMEN_DRAWN } from '#core/domain/packScreen.ts';

type Report = (path: PropertyKey[], message: string) => void;
type Path = (string | number)[];

/** Longest texts on the patient's screen, in characters: more would not stay large on a small screen. */
const LONGEST_POINT = 70;
const LONGEST_NOTE = 110;
const LONGEST_EVIDENCE = 260;

/** Whether the fact says this number, with or without a comma between thousands. */
function says(text: string, number: number): boolean {
  const numbers = (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((each) => each.replace(/,(?=\d{3})/g, ''));
  return numbers.includes(String(number));
}

function reportCounts(pack: Pack, report: Report): void {
  const seen = new Set<string>();
  pack.facts.forEach((fact, i) => {
    (fact.counts ?? []).forEach(({ id, arms }, k) => {
      const path: Path = ['facts', i, 'counts', k];
      if (seen.has(id)) report([...path, 'id'], `Give these counts another id: “${id}” is taken.`);
      seen.add(id);
      arms.forEach((arm, n) => {
        const at = [...path, 'arms', n];
        if (arms.findIndex((other) => other.id === arm.id) < n) report([...at, 'id'], `Give this arm another id: “${arm.id}” is taken.`);
        if (arm.had > arm.women) report([...at, 'had'], `Count at most ${arm.women} here: there were no more women in this arm.`);
        for (const number of [arm.had, arm.women])
          if (!says(fact.says, number)) report(at, `Take ${number} out, or say it in ${fact.id}: the fact doesn’t hold this number.`);
      });
    });
  });
}

function reportDrawn(counts: Counts | undefined, name: string, path: Path, report: Report): void {
  if (!counts) {
    report(path, `Name counts of a fact that this line rests on: there are no “${name}”.`);
    return;
  }
  for (const { id, women } of counts.arms)
    if (women < FEWEST_WOMEN_DRAWN)
      report(
        path,
        `Leave “${name}” to the words: its arm “${id}” has ${women} women, and fewer than ${FEWEST_WOMEN_DRAWN} are never drawn.`,
      );
}

function reportLength(pack: Pack, id: string, longest: number, report: Report): void {
  for (const language of pack.languages) {
    const text = pack.texts[language]?.texts[id]?.replaceAll('*', '') ?? '';
    if (text.length > longest)
      report(
        ['texts', language, 'texts', id],
        `Shorten “${id}” to ${longest} characters: it has ${text.length}, and stands in large letters on the patient’s screen.`,
      );
  }
}

/** Reports what can't stand on the patient's screen: twice the same text, too long a text, counts that no fact says or that are too small to draw. */
export function reportScreenFaults(pack: Pack, report: Report): void {
  reportCounts(pack, report);
  pack.sections.forEach(({ screen }, i) => {
    if (!screen) return;
    const path: Path = ['sections', i, 'screen'];
    const shown = new Set<string>();
    const once = (id: string, at: Path) => {
      if (shown.has(id)) report(at, `Show “${id}” once on a screen: it stands there already.`);
      shown.add(id);
    };
    screen.points.forEach(({ id }, k) => {
      once(id, [...path, 'points', k, 'id']);
      reportLength(pack, id, LONGEST_POINT, report);
    });
    if (screen.note) {
      once(screen.note.id, [...path, 'note', 'id']);
      reportLength(pack, screen.note.id, LONGEST_NOTE, report);
    }
    screen.evidence?.forEach(({ id, facts, counts }, k) => {
      once(id, [...path, 'evidence', k, 'id']);
      reportLength(pack, id, LONGEST_EVIDENCE, report);
      if (counts === undefined) return;
      const found = pack.facts.filter((fact) => facts.includes(fact.id)).flatMap((fact) => fact.counts ?? []);
      reportDrawn(
        found.find((each) => each.id === counts),
        counts,
        [...path, 'evidence', k, 'counts'],
        report,
      );
    });
  });
}
