import type { GateItem } from '#core/domain/evaluation.ts';
import { useConsult } from '../consult/answers/ConsultContext.ts';
import { conflictWords } from '../consult/answers/conflicts.ts';
import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import css from './amendAll.module.css';

/** What keeps the new version from being made, each with the way to its field; nothing when all is well. */
export function AmendGate({ gate }: { gate: readonly GateItem[] }) {
  const t = useText();
  const { goTo, evaluation } = useConsult();
  if (gate.length === 0) return null;
  const blocking = gate.some(({ id }) => id === 'dates') ? evaluation.conflicts.filter(({ blocks }) => blocks) : [];
  const words = (id: GateItem['id']) => (id === 'approval' ? t('transfer.approval') : t(`gate.item.${id}`));
  return (
    <Banner kind="warn">
      <p>
        <b>{t('amendAll.gate')}</b>
      </p>
      <ul className={css.gate}>
        {gate.map(({ id, section, field }) => (
          <li key={id}>
            {id === 'approval' || id === 'clinic' ? (
              words(id)
            ) : (
              <Button kind="quiet" small onPress={() => goTo(section, field)}>
                {words(id)}
              </Button>
            )}
            {id === 'dates' ? blocking.map((conflict) => <p key={conflict.id}>{conflictWords(conflict, t)}</p>) : null}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
