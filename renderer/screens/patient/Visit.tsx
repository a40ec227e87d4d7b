import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import type { Consultation } from '#core/contract/shapes.ts';
import { AmendButton } from '../../amend/AmendButton.tsx';
import { TransferButton } from '../../amend/TransferButton.tsx';
import { useApi } from '../../client/api.ts';
import { ClinicCopyButton } from '../../consult/paper/ClinicCopyButton.tsx';
import { useStatus } from '../../frame/session.ts';
import { dateText, momentText } from '../../text/dates.ts';
import { topicTitle } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useOpenVisit, useTopics } from '../visits/useStartVisit.ts';
import { PaperOuts } from './PaperOuts.tsx';
import css from './Patient.module.css';

export interface VisitProps {
  /** The newest visit: its paper is the one that commands are about. */
  first: boolean;
  visit: Omit<Consultation, 'answers'>;
}

/** One visit in the timeline, with the versions of the paper that were made of it. */
export function Visit({ visit, first }: VisitProps) {
  const t = useText();
  const { orpc } = useApi();
  const { timeZone, today } = useStatus();
  const { packs } = useTopics();
  const openVisit = useOpenVisit();
  const navigate = useNavigate();
  const consultationId = visit.id;
  const papers = useQuery(orpc.handouts.ofConsultation.queryOptions({ input: { consultationId } }));
  const summary = packs.data?.find(({ ref }) => ref.id === visit.pack.id);
  const topic = summary ? topicTitle(summary) : visit.pack.id;
  const draft = visit.state === 'draft';
  const newest = papers.data?.find(({ replacedBy }) => replacedBy === null);
  const moment = (instant: string) => momentText(instant, timeZone, today);
  return (
    <li className={css.visit}>
      <div className={css.visitHead}>
        <div>
          <h3>{dateText(visit.visitDate, { weekday: true })}</h3>
          <p>
            {topic} <span className="nb">{visit.pack.version}</span> · <span className="nb">{visit.code}</span>
          </p>
        </div>
        <div className={css.state}>
          <Tag kind={draft ? 'here' : 'done'}>{t(draft ? 'visit.draft' : 'visit.final')}</Tag>
          <small>{t(draft ? 'visit.savedAt' : 'visit.finalAt', { moment: moment(visit.savedAt) })}</small>
        </div>
        {draft ? (
          <Button onPress={() => void openVisit(visit)} label={t('visit.continueOf', { date: dateText(visit.visitDate) })}>
            {t('visit.continue')}
          </Button>
        ) : (
          <Link to="/consult/$consultationId/final" params={{ consultationId }} className={buttonClass()}>
            {t('visit.papers')}
          </Link>
        )}
      </div>
      {papers.data?.length ? (
        <ul className={css.papers} aria-label={t('patient.papers')}>
          {papers.data.map((paper) => (
            <li key={paper.id}>
              <FileText />
              <span>{t('paper.version', { version: paper.version, language: t(`language.${paper.language}`), pages: paper.pages })}</span>
              <small>{t('paper.made', { moment: moment(paper.madeAt), by: paper.madeBy })}</small>
              <PaperOuts patientId={visit.patient.id} versionId={paper.id} />
              {paper.replacedBy === null ? null : <Tag kind="warn">{t('versions.replaced', { version: paper.replacedBy })}</Tag>}
            </li>
          ))}
        </ul>
      ) : null}
      {newest ? (
        <div className={css.amend}>
          <ClinicCopyButton versionId={newest.id} />
          <TransferButton
            consultationId={consultationId}
            version={newest.version}
            onMade={() => void navigate({ to: '/consult/$consultationId/final', params: { consultationId } })}
            command={first}
          />
          <AmendButton consultationId={consultationId} command={first} />
        </div>
      ) : null}
    </li>
  );
}
