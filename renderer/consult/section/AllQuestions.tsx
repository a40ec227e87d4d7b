import { useState } from 'react';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { useText } from '../../text/useText.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import css from '../frame/frame.module.css';
import { MyProtocols } from '../mine/MyProtocols.tsx';
import { wantedField } from '../place/focus.ts';
import { ALL, firstOpen, hasFields, NowContext, PART } from './asking.ts';
import { SectionFields } from './SectionBody.tsx';

/** Every question and every field of the topic on one page, for who knows it by heart: no section has to be opened. */
export function AllQuestions() {
  const t = useText();
  const { pack, packText, answers } = useConsult();
  const heading = useScreenTitle(t('walk.all'), { focus: false });
  const [now, setNow] = useState(() => (wantedField(ALL) === null ? firstOpen(pack, answers.topic) : null));
  return (
    <NowContext value={{ now, setNow }}>
      <div className={css.head}>
        <h1 ref={heading} tabIndex={-1}>
          {t('walk.all')}
        </h1>
        <p>{t('walk.all.lead')}</p>
      </div>
      {pack.sections.filter(hasFields).map((section) => (
        <section key={section.id} className={css.part} aria-labelledby={`part-${section.id}`} {...{ [PART]: section.id }}>
          <div className={css.partHead}>
            <h2 id={`part-${section.id}`}>
              {t('walk.part', {
                number: pack.sections.findIndex(({ id }) => id === section.id) + 1,
                title: packText(`section.${section.id}`),
              })}
            </h2>
            {section.form === 'protocol' ? <MyProtocols /> : null}
          </div>
          <SectionFields section={section} />
        </section>
      ))}
    </NowContext>
  );
}
