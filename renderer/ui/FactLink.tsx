import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { Fact } from '#core/domain/pack.ts';
import { useText } from '../text/useText.ts';
import css from './FactLink.module.css';
import { Status } from './Status.tsx';
import { Tag } from './Tag.tsx';

export interface FactLinkProps {
  id: string;
  /** The fact of the pack; undefined says so in words. */
  fact: Fact | undefined;
}

/** What a fact says and where it was read. */
export function FactText({ fact }: { fact: Fact }) {
  const t = useText();
  return (
    <>
      {/* Facts are written in one language, whatever the window speaks. */}
      <p className={css.says} lang="en">
        {fact.says}
      </p>
      {fact.unconfirmed ? (
        <Status kind="warn" large>
          {t('fact.unconfirmed', { text: fact.unconfirmed })}
        </Status>
      ) : null}
      <p className={css.source}>
        {t('fact.from', { source: fact.source })} {fact.prints ? null : t('fact.notPrinted')}
      </p>
    </>
  );
}

/** The id of a source beside the sentence that rests on it; it opens the fact. */
export function FactLink({ id, fact }: FactLinkProps) {
  const t = useText();
  return (
    <DialogTrigger>
      <Button className={css.fact ?? ''} aria-label={t('fact.open', { id })}>
        {id}
      </Button>
      <Popover className={css.popover ?? ''}>
        <Dialog className={css.dialog ?? ''}>
          <Heading slot="title" level={2}>
            {t('fact.title', { id })}
            {fact ? <Tag kind="info">{t(`fact.kind.${fact.kind}`)}</Tag> : null}
          </Heading>
          {fact ? <FactText fact={fact} /> : <p>{t('fact.missing')}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
