import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { GateItem } from '#core/domain/evaluation.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { Status } from '../../ui/Status.tsx';
import type { StatusKind } from '../../ui/StatusIcon.tsx';
import { type Consult, useConsult } from '../answers/ConsultContext.ts';
import { programName } from '../answers/useAnswerName.ts';
import { useFollowUp } from '../followUp/FollowUpContext.ts';
import { SectionLink } from '../section/SectionLink.tsx';
import css from './check.module.css';

const kinds: Record<GateItem['state'], StatusKind> = { ready: 'ok', missing: 'warn', conflict: 'conflict' };
const WHAT_IFS = ['ifTransferMoves', 'ifNegative', 'ifBleeding', 'ifVomiting'] as const;

/** A line of the gate in words; what is missing names its field where the line stands for several. */
function itemWords({ id, state, field }: GateItem, { pack, approval, paperLanguage }: Consult, t: Translate): string {
  if (id === 'approval') {
    return approval === 'reviewDue'
      ? t('pack.reviewDue', { date: dateText(pack.reviewBy) })
      : t('gate.item.approval', { language: t(`language.${paperLanguage}`), version: pack.version });
  }
  const whatIf = WHAT_IFS.find((each) => field === `program.${each}`);
  if (id === 'whatIf' && state !== 'ready' && whatIf) return t('gate.whatIf', { what: programName(whatIf, t) });
  return t(`gate.item.${id}`);
}

/** A link to where a line of the gate is mended: a field, the clinic's settings, or the approval. */
function GateLink({ item, children, className }: { item: GateItem; children: ReactNode; className?: string | undefined }) {
  const { consultation } = useConsult();
  const look = className ? { className } : {};
  if (item.id === 'clinic') {
    return (
      <Link to="/settings" {...look}>
        {children}
      </Link>
    );
  }
  if (item.id === 'approval') {
    return (
      <Link to="/approve/$hash" params={{ hash: consultation.pack.hash }} {...look}>
        {children}
      </Link>
    );
  }
  return (
    <SectionLink section={item.section} field={item.field} className={className}>
      {children}
    </SectionLink>
  );
}

/** How the gate stands: ready, or what is left, the first of it as a link. */
function GateState() {
  const t = useText();
  const consult = useConsult();
  const { evaluation, answers } = consult;
  const open = evaluation.gate.filter(({ state }) => state !== 'ready');
  const [first] = open;
  if (!first) {
    return (
      <Banner kind="ok">
        <p>
          <RichText
            text={t('gate.ready', { decision: answers.program.decision ? t(`decision.${answers.program.decision}`).toLowerCase() : '' })}
          />
        </p>
      </Banner>
    );
  }
  return (
    <Banner kind="warn">
      <p>
        <b>{t('gate.left', { count: open.length })}</b>
      </p>
      <GateLink item={first} className={css.first}>
        {itemWords(first, consult, t)}
      </GateLink>
    </Banner>
  );
}

/** What is worth a look and stops nothing: results to come, dates that look odd, sections that weren't opened. */
function WorthALook() {
  const t = useText();
  const { evaluation, pack, packText, consultation } = useConsult();
  const notOpened = evaluation.sections.filter(({ state }) => state === 'notOpened');
  const odd = evaluation.sections.filter(
    ({ id, state }) => state === 'conflict' && !evaluation.gate.some(({ section, state: gate }) => section === id && gate !== 'ready'),
  );
  const followUp = useFollowUp();
  const waiting = followUp?.open.length ?? 0;
  if (evaluation.needed.length + notOpened.length + odd.length + waiting === 0) return null;
  return (
    <>
      <h3>{t('gate.look')}</h3>
      <ul className={css.lines}>
        {followUp && waiting > 0 ? (
          <li>
            <Status kind="unknown">{t('gate.state.toCheck')}</Status>
            <Link to="/consult/$consultationId/since" params={{ consultationId: consultation.id }}>
              {t('since.look', { count: waiting, date: dateText(followUp.date) })}
            </Link>
          </li>
        ) : null}
        {odd.map(({ id }) => (
          <li key={id}>
            <Status kind="conflict">{t('gate.state.conflict')}</Status>
            <SectionLink section={id}>{packText(`section.${id}`)}</SectionLink>
          </li>
        ))}
        {evaluation.needed.map(({ question, section, note }) => (
          <li key={question}>
            <Status kind="unknown">{t('gate.state.toCheck')}</Status>
            <SectionLink section={section} field={`topic.${question}`}>
              {note || packText(`question.${question}.needed`)}
            </SectionLink>
          </li>
        ))}
        {notOpened.map(({ id }) => (
          <li key={id}>
            <Status kind="none">{t('gate.state.notOpened')}</Status>
            <SectionLink section={id}>
              {t('gate.look.section', {
                number: pack.sections.findIndex((section) => section.id === id) + 1,
                title: packText(`section.${id}`),
              })}
            </SectionLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What must be there before it is final, each line a link to where it is mended. */
export function Gate({ children }: { children: ReactNode }) {
  const t = useText();
  const consult = useConsult();
  const { evaluation } = consult;
  return (
    <aside className={css.gate} aria-labelledby="gate-title">
      <h2 id="gate-title">{t('gate.title')}</h2>
      <div className={css.state}>
        <GateState />
      </div>
      <div className={css.list}>
        <ul className={css.lines}>
          {evaluation.gate.map((item) => (
            <li key={item.id} className={item.state === 'ready' ? undefined : css.open}>
              <Status kind={kinds[item.state]}>{t(`gate.state.${item.state}`)}</Status>
              <GateLink item={item}>{itemWords(item, consult, t)}</GateLink>
            </li>
          ))}
        </ul>
        <WorthALook />
      </div>
      <div className={css.go}>{children}</div>
    </aside>
  );
}
