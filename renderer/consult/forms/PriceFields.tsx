import { PRICE_MAX } from '#core/domain/answers.ts';
import { type Price, priceState } from '#core/domain/price.ts';
import { useText } from '../../text/useText.ts';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace, useConflictAt } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import { withoutEmpty } from '../protocol/SlotChoice.tsx';
import css from './forms.module.css';

/** Paise are two digits. */
const DECIMALS = 2;
const AMOUNTS = ['strip', 'inAll'] as const;

/** What a strip and the whole course cost, and on which day. All of it may stay empty; nothing is filled in. */
export function PriceFields() {
  const t = useText();
  const { today } = useConsult();
  const answer = useProgramAnswer('price');
  const value = (answer.shown ?? {}) as Price;
  const state = priceState(value);
  const conflictOf = { date: useConflictAt(answer.key), inAll: useConflictAt(`${answer.key}.inAll`) };
  const atFault = (value.inAll ?? 0) > PRICE_MAX ? 'inAll' : 'strip';
  function change(part: { [Part in keyof Price]?: Price[Part] | undefined }, typing: boolean) {
    const next = withoutEmpty<Price>({ ...value, ...part });
    answer.set(Object.keys(next).length > 0 ? next : null, typing);
  }
  return (
    <section className={css.card} aria-labelledby="price">
      <h2 id="price">{t('price.title')}</h2>
      <p>{t('price.hint')}</p>
      <div className={css.price}>
        {AMOUNTS.map((part) => (
          <FieldPlace key={part} name={`${answer.key}.${part}`}>
            <NumberField
              label={t(`price.${part}`)}
              wide
              min={0}
              decimals={DECIMALS}
              value={value[part] ?? null}
              onChange={(amount, typing) => change({ [part]: amount ?? undefined }, typing)}
              onDone={answer.done}
              error={(part === atFault ? answer.error : undefined) ?? (part === 'inAll' ? conflictOf.inAll : undefined)}
            />
          </FieldPlace>
        ))}
        <FieldPlace name={answer.key} open={state === 'needsDate'} onLeave={answer.done}>
          <DateField
            label={t('price.date')}
            max={today}
            value={value.date ?? null}
            onChange={(date) => change({ date: date ?? undefined }, true)}
            error={conflictOf.date}
            hint={state === 'needsDate' || state === 'needsAmount' ? t(`price.${state}`) : undefined}
          />
        </FieldPlace>
      </div>
    </section>
  );
}
