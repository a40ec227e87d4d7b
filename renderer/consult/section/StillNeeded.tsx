import { ClipboardList } from 'lucide-react';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import css from '../frame/frame.module.css';
import { SectionLink } from './SectionLink.tsx';

/** What has to be found out, gathered from all sections; hidden while there is nothing. */
export function StillNeeded() {
  const t = useText();
  const { evaluation, packText } = useConsult();
  if (evaluation.needed.length === 0) return null;
  return (
    <section className={css.need} aria-labelledby="still-needed">
      <h2 id="still-needed">
        <ClipboardList />
        {t('needed.title', { count: evaluation.needed.length })}
      </h2>
      <ul>
        {evaluation.needed.map(({ question, section, note, date }) => {
          const what = note || packText(`question.${question}.needed`);
          return (
            <li key={question}>
              <span>{date ? t('needed.line', { what, date: dateText(date) }) : what}</span>
              {section ? (
                <SectionLink section={section} field={`topic.${question}`}>
                  {t('needed.from', { section: packText(`section.${section}`) })}
                </SectionLink>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
