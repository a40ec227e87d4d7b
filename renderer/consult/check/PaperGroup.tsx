import type { ProgramAnswers } from '#core/domain/answers.ts';
import { kindOf } from '#core/domain/handout/paper.ts';
import { type Hideable, MAY_HIDE } from '#core/domain/hideable.ts';
import { paperLanguageSchema } from '#core/domain/text.ts';
import { useText } from '../../text/useText.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Told } from '../../ui/Told.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import { usePreview } from '../paper/usePreview.ts';
import css from './check.module.css';

const SIZES = ['A4', 'Letter'] as const satisfies readonly NonNullable<ProgramAnswers['paper']>[];
const PRINTS = ['standard', 'large'] as const;

/** The language of the paper: one in which a doctor has approved the pack, or both side by side. */
function LanguageRow() {
  const t = useText();
  const { paperLanguage, approvedLanguages } = useConsult();
  const answer = useProgramAnswer('language');
  const offered = paperLanguageSchema.options.filter((each) => each === paperLanguage || approvedLanguages.includes(each));
  return (
    <div className={css.row}>
      <dt>{t('check.paper.language')}</dt>
      <dd>
        {offered.length > 1 ? (
          <FieldPlace name={answer.key}>
            <RadioGroup
              label={t('check.paper.language')}
              labelHidden
              small
              choices={offered.map((value) => ({ value, label: t(`language.${value}`) }))}
              value={paperLanguage}
              onChange={answer.set}
            />
          </FieldPlace>
        ) : (
          t(`language.${paperLanguage}`)
        )}
      </dd>
    </div>
  );
}

function SizeRow() {
  const t = useText();
  const answer = useProgramAnswer('paper');
  return (
    <div className={css.row}>
      <dt>{t('check.paper.size')}</dt>
      <dd>
        <FieldPlace name={answer.key}>
          <RadioGroup
            label={t('check.paper.size')}
            labelHidden
            small
            choices={SIZES.map((value) => ({ value, label: t(`check.paper.size.${value}`) }))}
            value={answer.value ?? 'A4'}
            onChange={answer.set}
          />
        </FieldPlace>
      </dd>
    </div>
  );
}

function PrintRow() {
  const t = useText();
  const answer = useProgramAnswer('largePrint');
  return (
    <div className={css.row}>
      <dt>{t('check.paper.print')}</dt>
      <dd>
        <FieldPlace name={answer.key}>
          <RadioGroup
            label={t('check.paper.print')}
            labelHidden
            small
            choices={PRINTS.map((value) => ({ value, label: t(`check.paper.print.${value}`) }))}
            value={answer.value ? 'large' : 'standard'}
            onChange={(print) => answer.set(print === 'large' ? true : null)}
          />
        </FieldPlace>
      </dd>
    </div>
  );
}

/** The blocks that this decision lets the doctor switch off; a ticked one is printed. */
function BlocksRow() {
  const t = useText();
  const { answers } = useConsult();
  const answer = useProgramAnswer('hidden');
  const hidden = answer.value ?? [];
  function print(block: Hideable, on: boolean) {
    const next = on ? hidden.filter((each) => each !== block) : [...hidden, block];
    answer.set(next.length > 0 ? next : null);
  }
  return (
    <div className={css.row}>
      <dt>{t('check.paper.blocks')}</dt>
      <dd>
        <FieldPlace name={answer.key}>
          <fieldset className={css.blocks}>
            <legend className="vh">{t('check.paper.blocks')}</legend>
            {MAY_HIDE[kindOf(answers.program.decision)].map((block) => (
              <Checkbox key={block} checked={!hidden.includes(block)} onChange={(on) => print(block, on)} readOnly={!answer.mayChange}>
                {t(`check.paper.block.${block}`)}
              </Checkbox>
            ))}
          </fieldset>
          <p className={css.empty}>{t(answer.mayChange ? 'check.paper.always' : 'doctors.blocks')}</p>
        </FieldPlace>
      </dd>
    </div>
  );
}

function PagesRow() {
  const t = useText();
  const { pages, fault, busy } = usePreview({ pagesOnly: true });
  return (
    <div className={css.row}>
      <dt>{t('check.paper.pages')}</dt>
      <dd aria-live="polite" aria-busy={busy}>
        {fault ? <Told text={fault} /> : pages === null ? t('paper.waiting') : t('final.pages', { count: pages })}
      </dd>
    </div>
  );
}

/** How it is printed: language, paper, print, which blocks, and the pages that makes. */
export function PaperGroup() {
  const t = useText();
  return (
    <section className={css.group}>
      <h2>{t('check.group.paper')}</h2>
      <dl>
        <LanguageRow />
        <SizeRow />
        <PrintRow />
        <BlocksRow />
        <PagesRow />
      </dl>
    </section>
  );
}
