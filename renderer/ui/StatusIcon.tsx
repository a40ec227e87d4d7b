import {
  Check,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleQuestionMark,
  CircleX,
  Clock,
  FileText,
  Info,
  TriangleAlert,
} from 'lucide-react';

/**
 * States and their icons. ok: met, ready. done: over and done. warn: missing. bad: not met, wrong. unknown: not known.
 * here: opened, at work. none: not opened, not asked. waiting: somebody else's turn. paper: a document. info: a note.
 */
const icons = {
  ok: CircleCheck,
  done: Check,
  warn: TriangleAlert,
  bad: CircleX,
  conflict: CircleAlert,
  unknown: CircleQuestionMark,
  here: CircleDot,
  none: CircleDashed,
  waiting: Clock,
  paper: FileText,
  info: Info,
} as const;
export type StatusKind = keyof typeof icons;

/** The icon of a state. It never stands without its word. */
export function StatusIcon({ kind }: { kind: StatusKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" />;
}
