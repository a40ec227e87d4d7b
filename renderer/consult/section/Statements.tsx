import type { Statement } from '#core/domain/pack.ts';
import { RichText } from '../../ui/RichText.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import css from '../frame/frame.module.css';
import { FactLinks } from './FactLinks.tsx';

/** What is to be said in a section: sentences to read, each with its sources beside it. */
export function Statements({ statements }: { statements: readonly Statement[] }) {
  const { packText } = useConsult();
  if (statements.length === 0) return null;
  return (
    <ul className={css.says}>
      {statements.map(({ id, facts }) => (
        <li key={id}>
          <p>
            <RichText text={packText(id)} />
          </p>
          <FactLinks ids={facts} className={css.facts} />
        </li>
      ))}
    </ul>
  );
}
