import { ArrowRight } from 'lucide-react';
import type { ProtocolChange } from '#core/domain/savedProtocol.ts';
import { useText } from '../../text/useText.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import css from './mine.module.css';
import { partName, partWords } from './partWords.ts';

/** Each answer that would change: what stands there now, and what will. */
export function Changes({ changes }: { changes: readonly ProtocolChange[] }) {
  const t = useText();
  const { packText } = useConsult();
  if (changes.length === 0) return <p>{t('mine.same')}</p>;
  return (
    <table className={css.table}>
      <thead className="vh">
        <tr>
          <td />
          <th scope="col">{t('mine.was')}</th>
          <th scope="col">{t('mine.willBe')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ id, before, after }) => (
          <tr key={id}>
            <th scope="row">{partName(id, t)}</th>
            <td className={before === null ? css.none : undefined}>{partWords(id, before, packText, t)}</td>
            <td className={css.after}>
              <ArrowRight aria-hidden="true" />
              <span className={after === null ? css.none : undefined}>{partWords(id, after, packText, t)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
