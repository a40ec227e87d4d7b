import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type PaperLanguage, paperLanguageSchema } from '#core/domain/text.ts';
import { useApi } from '../../client/api.ts';
import { dateText } from '../../text/dates.ts';
import { useWindowLanguage } from '../../text/language.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Status } from '../../ui/Status.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { PaperForm } from './PaperForm.tsx';
import css from './Slips.module.css';
import { usePaperActs } from './usePaperActs.ts';

/** A slip with the days on which she is expected, in her language. */
export function SlipDialog({ patientId }: { patientId: string }) {
  const t = useText();
  const { orpc } = useApi();
  const acts = usePaperActs(patientId);
  const own = useWindowLanguage();
  const [chosen, setChosen] = useState<PaperLanguage | null>(null);
  const found = useQuery(orpc.slips.days.queryOptions({ input: { patientId }, staleTime: 0 }));
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={3} />;
  const { days } = found.data;
  const language = chosen ?? found.data.language ?? own;
  return (
    <PaperForm paper={days.length > 0 ? { kind: 'slip', language } : null} acts={acts}>
      {days.length > 0 ? (
        <ul className={css.days} aria-label={t('slips.days')}>
          {days.map(({ date, time }) => (
            <li key={`${date} ${time}`}>
              {dateText(date, { weekday: true })}
              {time === null ? null : `, ${time}`}
            </li>
          ))}
        </ul>
      ) : (
        <Status kind="info">{t('slips.noDays')}</Status>
      )}
      <p className="muted">{t('slips.slipText')}</p>
      <RadioGroup
        label={t('slips.language')}
        choices={paperLanguageSchema.options.map((value) => ({ value, label: t(`desk.language.${value}`) }))}
        value={language}
        onChange={(value) => {
          acts.forget();
          setChosen(value);
        }}
      />
    </PaperForm>
  );
}
