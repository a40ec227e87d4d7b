import { useText } from '../../text/useText.ts';
import { RichText } from '../../ui/RichText.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FactLinks } from '../section/FactLinks.tsx';
import css from './forms.module.css';
import { priceWords } from './priceWords.ts';

const ROWS = ['good', 'hard', 'cost'] as const;

/** The ways forward side by side, in equal detail; a price that was written down stands at the first, as on paper. */
export function OptionsTable() {
  const t = useText();
  const { pack, packText, answers } = useConsult();
  const price = priceWords(answers.program.price, t);
  const { options } = pack.handout;
  return (
    <table className={css.options}>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t('options.option')}</span>
          </th>
          {options.map(({ id, facts }) => (
            <th scope="col" key={id}>
              {packText(`option.${id}`)} <FactLinks ids={facts} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`options.${row}`)}</th>
            {options.map(({ id }, index) => (
              <td key={id}>{row === 'cost' && index === 0 && price ? price : <RichText text={packText(`option.${id}.${row}`)} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
