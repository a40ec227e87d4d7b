import { useState } from 'react';
import type { MedicineHit } from '#core/domain/medicines.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { FactLinks } from '../section/FactLinks.tsx';
import css from './forms.module.css';

/** A hit as it is called: the brand with what it holds, or the generic name. */
function nameOf({ brand, generics }: MedicineHit): string {
  return brand ? `${brand} (${generics.join(', ')})` : generics.join(', ');
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}]+/gu, ' ');

/** What the label says of a name that stands in the list; never to stop, always to call. */
function Says({ hit }: { hit: MedicineHit }) {
  const t = useText();
  // A pack may say it in its own sentence; once is enough.
  const isSaid = lettersOf(hit.says).includes(lettersOf(t('safety.dontStop')).trim());
  return (
    <div className={css.hit}>
      <p className={css.verdict}>
        <StatusIcon kind="warn" />
        <b>{nameOf(hit)}</b>
      </p>
      <p>
        <RichText text={hit.says} /> <FactLinks ids={hit.facts} />
      </p>
      {hit.about === 'medicine' && !isSaid ? (
        <p>
          <b>{t('safety.dontStop')}</b>
        </p>
      ) : null}
    </div>
  );
}

/** The right name with what stood behind the misspelt one, such as its strength. */
function renamed(typed: string, { brand, generics }: MedicineHit): string {
  const meant = brand ?? generics.join(', ');
  const behind = /\d/.test(meant) ? undefined : /\d.*$/.exec(typed)?.[0];
  return behind ? `${meant} ${behind}` : meant;
}

export interface MedicineHitsProps {
  /** Which list: what is said of a name that isn't found belongs to medicines alone. */
  list: 'allergies' | 'medicines';
  name: string;
  /** What was found under this name. */
  hits: readonly MedicineHit[];
  /** Puts the right name in the place of the misspelt one. */
  onRename: (name: string) => void;
}

/**
 * What the pack's list says of one of her names. A guess is asked about before it counts; a name that isn't found is never
 * called safe.
 */
export function MedicineHits({ list, name, hits, onRename }: MedicineHitsProps) {
  const t = useText();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const exact = hits.filter((hit) => hit.exact);
  const guesses = hits.filter((hit) => !hit.exact && !refused.includes(nameOf(hit)));
  return (
    <>
      {exact.map((hit) => (
        <Says key={`${hit.group} ${nameOf(hit)}`} hit={hit} />
      ))}
      {guesses.map((hit) => {
        const meant = renamed(name, hit);
        return (
          <div key={`${hit.group} ${nameOf(hit)}`} className={css.hit}>
            <p>{t('safety.didYouMean', { name: nameOf(hit) })}</p>
            <div className={css.line}>
              <Button small onPress={() => onRename(meant)} label={t('safety.meant.yesLong', { name: meant })}>
                {t('safety.meant.yes')}
              </Button>
              <Button
                small
                kind="quiet"
                onPress={() => setRefused([...refused, nameOf(hit)])}
                label={t('safety.meant.noLong', { typed: name })}
              >
                {t('safety.meant.no')}
              </Button>
            </div>
          </div>
        );
      })}
      {list === 'medicines' && exact.length + guesses.length === 0 ? (
        <p className={css.unlisted}>
          <StatusIcon kind="unknown" />
          {t('safety.notOnList')}
        </p>
      ) : null}
    </>
  );
}
