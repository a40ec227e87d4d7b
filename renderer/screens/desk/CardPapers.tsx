import { Printer, Search } from 'lucide-react';
import type { CallerCard, CardPaper } from '#core/contract/desk.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText, momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './Card.module.css';
import { handedTo, STATE_KINDS } from './jobWords.ts';
import type { CardActs } from './useCardActs.ts';

function Paper({ paper, acts, onShow }: { paper: CardPaper; acts: CardActs; onShow: (jobId: string) => void }) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const moment = (instant: string) => momentText(instant, timeZone, today);
  const { version, language, since, visitDate, replaces, sameAs, printedAt, handedOver, queued } = paper;
  const print = t(printedAt === null ? 'card.print' : 'card.reprint');
  return (
    <li className={css.paper}>
      <div>
        <h4>{t('card.paper', { version, language: t(`desk.language.${language}`) })}</h4>
        <p>{t('card.holds', { moment: moment(since), date: dateText(visitDate) })}</p>
        {replaces === null ? null : <p>{t('card.replaces', { version: replaces })}</p>}
        {sameAs === null ? null : <p>{t('card.sameAs', { version: sameAs })}</p>}
        <p className={css.tags}>
          <Tag kind={printedAt === null ? 'waiting' : 'ok'}>
            {printedAt === null ? t('card.notPrinted') : t('card.printed', { moment: moment(printedAt) })}
          </Tag>
          <Tag kind={handedOver === null ? 'waiting' : 'ok'}>
            {handedOver === null ? t('card.notHanded') : t('card.handed', { moment: moment(handedOver.at), who: handedTo(handedOver.to) })}
          </Tag>
          {queued ? <Tag kind={STATE_KINDS[queued.state]}>{t('card.queued', { state: t(`desk.state.${queued.state}`) })}</Tag> : null}
        </p>
      </div>
      {queued ? (
        <Button label={t('card.showFor', { version })} onPress={() => onShow(queued.jobId)}>
          <Search />
          {t('card.show')}
        </Button>
      ) : (
        <Button label={t('card.printFor', { act: print, version })} pending={acts.pending} onPress={() => acts.print(paper)}>
          <Printer />
          {print}
        </Button>
      )}
    </li>
  );
}

/** The papers of hers that hold, and what has become of each. What they are about stands nowhere. */
export function CardPapers({ card, acts, onShow }: { card: CallerCard; acts: CardActs; onShow: (jobId: string) => void }) {
  const t = useText();
  return (
    <section className={css.part} aria-labelledby="card-papers">
      <h3 id="card-papers">{t('card.papers')}</h3>
      {card.papers.length > 0 ? (
        <ul className={css.list}>
          {card.papers.map((paper) => (
            <Paper key={paper.versionId} paper={paper} acts={acts} onShow={onShow} />
          ))}
        </ul>
      ) : (
        <p className={css.empty}>{t('card.noPaper')}</p>
      )}
    </section>
  );
}
