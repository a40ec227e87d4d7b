import { Undo2 } from 'lucide-react';
import { sectionOfField } from '#core/domain/gate.ts';
import { useConsult } from '../consult/answers/ConsultContext.ts';
import { useAnswerName } from '../consult/answers/useAnswerName.ts';
import { valueWords } from '../consult/answers/valueWords.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import css from './amendAll.module.css';
import type { AmendDraft } from './useAmendDraft.ts';

/** Each changed answer: what it was, what it is now, the way to it, and the way back. */
export function ChangeList({ draft: { changes, takeBack } }: { draft: AmendDraft }) {
  const t = useText();
  const { goTo, pack } = useConsult();
  const name = useAnswerName();
  if (changes.length === 0) return <p>{t('amendAll.none')}</p>;
  return (
    <ul className={css.changes}>
      {changes.map((change) => {
        const what = name(change.key);
        return (
          <li key={change.key}>
            <div>
              <Button kind="quiet" small onPress={() => goTo(sectionOfField(pack, change.key), change.key)}>
                <b>{what}</b>
              </Button>
              <p className={css.was}>{t('amendAll.from', { value: valueWords(change.before, t) })}</p>
              <p>{t('amendAll.to', { value: valueWords(change.after, t) })}</p>
            </div>
            <Button kind="quiet" icon small label={t('amendAll.takeBack', { what })} onPress={() => void takeBack(change)}>
              <Undo2 />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
