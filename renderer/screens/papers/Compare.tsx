import { useQuery } from '@tanstack/react-query';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Select } from '../../ui/Select.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Changed } from './Changed.tsx';
import css from './Papers.module.css';
import { SideBySide } from './SideBySide.tsx';

export interface CompareProps {
  all: readonly HandoutVersion[];
  one: HandoutVersion;
  other: HandoutVersion;
  onChoose: (chosen: { one?: string; other?: string }) => void;
}

/** Two versions of a paper: what changed from the one to the other, and the pages of both. */
export function Compare({ all, one, other, onChoose }: CompareProps) {
  const t = useText();
  const { orpc } = useApi();
  const { timeZone, today } = useStatus();
  const sourceOf = ({ id }: HandoutVersion) => ({ ...orpc.papers.source.queryOptions({ input: { id } }), staleTime: Infinity });
  const before = useQuery(sourceOf(one));
  const after = useQuery(sourceOf(other));
  const choices = all.map(({ id, version, language, madeAt }) => ({
    value: id,
    label: t('papers.choice', { version, language: t(`language.${language}`), when: momentText(madeAt, timeZone, today) }),
  }));
  const error = before.error ?? after.error;
  const again = () => {
    void before.refetch();
    void after.refetch();
  };
  return (
    <>
      <section aria-labelledby="papers-changed" className={css.part}>
        <h2 id="papers-changed">{t('papers.compare')}</h2>
        <div className={css.choose}>
          <Select label={t('papers.one')} choices={choices} value={one.id} onChange={(id) => onChoose({ one: id })} />
          <Select label={t('papers.other')} choices={choices} value={other.id} onChange={(id) => onChoose({ other: id })} />
        </div>
        {error ? <Failure error={error} onRetry={again} /> : null}
        {before.data && after.data ? (
          <Changed one={{ version: one, visit: before.data }} other={{ version: other, visit: after.data }} />
        ) : error ? null : (
          <Waiting rows={2} />
        )}
      </section>
      <SideBySide key={`${one.id} ${other.id}`} one={one} other={other} />
    </>
  );
}
