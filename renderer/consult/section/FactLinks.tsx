import { FactLink } from '../../ui/FactLink.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import css from '../frame/frame.module.css';

/** The sources of a sentence, each of which opens. */
export function FactLinks({ ids, className }: { ids: readonly string[]; className?: string | undefined }) {
  const { pack } = useConsult();
  if (ids.length === 0) return null;
  return (
    <span className={className ?? css.inlineFacts}>
      {ids.map((id) => (
        <FactLink key={id} id={id} fact={pack.facts.find((fact) => fact.id === id)} />
      ))}
    </span>
  );
}
