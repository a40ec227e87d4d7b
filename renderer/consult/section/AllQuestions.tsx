import { memo, useMemo, useState } from 'react';
import type { Section } from '#core/domain/pack.ts';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { useText } from '../../text/useText.ts';
import { ConsultContext, useConsult } from '../answers/ConsultContext.ts';
import css from '../frame/frame.module.css';
import { MyProtocols } from '../mine/MyProtocols.tsx';
import { wantedField } from '../place/focus.ts';
import { ALL, firstOpen, hasFields, NowContext, PART } from './asking.ts';
import { usePartConsult } from './partConsult.ts';
import { SectionFields } from './SectionBody.tsx';

const Fields = memo(SectionFields);

/** The questions and fields of a section, under its name. */
function Part({ section }: { section: Section }) {
  const t = useText();
  const { pack, packText } = useConsult();
  const consult = usePartConsult(section);
  const number = pack.sections.findIndex(({ id }) => id === section.id) + 1;
  return (
    <section className={css.part} aria-labelledby={`part-${section.id}`} {...{ [PART]: section.id }}>
      <div className={css.partHead}>
        <h2 id={`part-${section.id}`}>{t('walk.part', { number, title: packText(`section.${section.id}`) })}</h2>
        {section.form === 'protocol' ? <MyProtocols /> : null}
      </div>
      <ConsultContext value={consult}>
        <Fields section={section} />
      </ConsultContext>
    </section>
  );
}

/** Every question and every field of the topic on one page, for who knows it by heart: no section has to be opened. */
export function AllQuestions() {
  const t = useText();
  const { pack, answers } = useConsult();
  const heading = useScreenTitle(t('walk.all'), { focus: false });
  const [now, setNow] = useState(() => (wantedField(ALL) === null ? firstOpen(pack, answers.topic) : null));
  const asked = useMemo(() => ({ now, setNow }), [now]);
  return (
    <NowContext value={asked}>
      <div className={css.head}>
        <h1 ref={heading} tabIndex={-1}>
          {t('walk.all')}
        </h1>
        <p>{t('walk.all.lead')}</p>
      </div>
      {pack.sections.filter(hasFields).map((section) => (
        <Part key={section.id} section={section} />
      ))}
    </NowContext>
  );
}
