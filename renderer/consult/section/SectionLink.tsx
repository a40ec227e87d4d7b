import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useConsult } from '../answers/ConsultContext.ts';
import { fieldKey } from '../answers/conflicts.ts';
import { wantField } from '../place/focus.ts';

export interface SectionLinkProps {
  section: string;
  /** The answer whose field gets the cursor. */
  field?: string | undefined;
  children: ReactNode;
  className?: string | undefined;
  label?: string;
  current?: boolean;
}

/** A link to a section, and to a field in it. */
export function SectionLink({ section, field, children, className, label, current }: SectionLinkProps) {
  const { consultation } = useConsult();
  return (
    <Link
      to="/consult/$consultationId/$section"
      params={{ consultationId: consultation.id, section }}
      activeProps={{}}
      onClick={() => wantField(field ? { section, key: fieldKey(field) } : null)}
      {...(className ? { className } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(current ? { 'aria-current': 'step' } : { 'aria-current': undefined })}
    >
      {children}
    </Link>
  );
}
