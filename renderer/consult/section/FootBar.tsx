import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { decisionSchema } from '#core/domain/answers.ts';
import type { SectionState } from '#core/domain/evaluation.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useHasRole } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import css from '../frame/frame.module.css';
import { ALL } from './asking.ts';
import { SectionLink } from './SectionLink.tsx';

function cellClass(state: SectionState['state'] | undefined, here: boolean): string | undefined {
  if (here) return css.here;
  if (state === 'done') return css.done;
  return state === 'missing' || state === 'conflict' ? css.missing : undefined;
}

/** How far the walk is: one cell a section, and always its sentence. */
function Progress({ current }: { current: string }) {
  const t = useText();
  const { pack, evaluation } = useConsult();
  const count = (state: SectionState['state']) => evaluation.sections.filter((section) => section.state === state).length;
  const number = pack.sections.findIndex(({ id }) => id === current) + 1;
  const [missing, conflicts] = [count('missing'), count('conflict')];
  const sentence = [
    number > 0
      ? t('walk.progress', { number, count: pack.sections.length, done: count('done') })
      : t('walk.progress.all', { count: pack.sections.length, done: count('done') }),
    missing ? t('walk.progress.missing', { count: missing }) : '',
    conflicts ? t('walk.progress.conflict', { count: conflicts }) : '',
  ];
  return (
    <div className={css.progress}>
      <span>{sentence.filter(Boolean).join(', ')}</span>
      <span className={css.cells} aria-hidden="true">
        {pack.sections.map(({ id }) => (
          <i key={id} className={cellClass(evaluation.sections.find((section) => section.id === id)?.state, id === current)} />
        ))}
      </span>
    </div>
  );
}

/** Keys that answer: of a decision, and of a question with yes, no, not known and does not apply. */
const DECISIONS = decisionSchema.options.length;
const YES_NO_KEYS = 4;

/** Previous and next section, the progress, and the keys that matter here. */
export function FootBar({ current }: { current: string }) {
  const t = useText();
  const { pack, packText, consultation } = useConsult();
  const doctor = useHasRole('doctor');
  const index = pack.sections.findIndex(({ id }) => id === current);
  const here = pack.sections[index];
  const answers = here?.form === 'decision' ? DECISIONS : here && here.questions.length > 0 ? YES_NO_KEYS : 0;
  const [before, after] = current === ALL ? [undefined, undefined] : [pack.sections[index - 1], pack.sections[index + 1]];
  return (
    <footer className={css.foot}>
      {before ? (
        <SectionLink section={before.id} className={buttonClass()}>
          <ChevronLeft />
          <span>
            {index} {packText(`section.${before.id}`)}
          </span>
        </SectionLink>
      ) : (
        <span />
      )}
      <div className={css.footMid}>
        <Progress current={current} />
        <div className={css.keys}>
          {answers ? (
            <span>
              <CommandKey id="answer.1" />–<Kbd keys={String(answers)} /> {t('walk.key.answer')}
            </span>
          ) : null}
          {here?.form === 'protocol' && doctor ? (
            <span>
              <CommandKey id="protocol.apply" /> {t('mine.key')}
            </span>
          ) : null}
          <span>
            <CommandKey id="section.previous" /> <Kbd keys="ArrowRight" /> {t('walk.key.section')}
          </span>
          <span>
            <CommandKey id="undo" /> {t('walk.key.undo')}
          </span>
          <span>
            <CommandKey id="keys" /> {t('walk.key.keys')}
          </span>
        </div>
      </div>
      {after ? (
        <SectionLink section={after.id} className={buttonClass({ kind: 'main' })}>
          <span>{t('walk.next', { number: index + 2, title: packText(`section.${after.id}`) })}</span>
          <ChevronRight />
        </SectionLink>
      ) : (
        <Link to="/consult/$consultationId/check" params={{ consultationId: consultation.id }} className={buttonClass({ kind: 'main' })}>
          <span>{t('walk.nextCheck')}</span>
          <ChevronRight />
        </Link>
      )}
    </footer>
  );
}
