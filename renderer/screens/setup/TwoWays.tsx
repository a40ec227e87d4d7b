import { Link } from '@tanstack/react-router';
import { Building2, FlaskConical } from 'lucide-react';
import { Screen } from '../../frame/Screen.tsx';
import { useText } from '../../text/useText.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import form from '../Form.module.css';
import css from './SetUp.module.css';
import { useOpenSample } from './useOpenSample.ts';

/** The first screen of all: two ways to begin, and the way on for a clinic that comes from another computer. */
export function TwoWays({ onOwn }: { onOwn: () => void }) {
  const t = useText();
  const sample = useOpenSample();
  return (
    <Screen title={t('start.title')} lead={t('start.lead')} narrow>
      <div className={css.ways}>
        <section className={form.card} aria-labelledby="way-own">
          <span className={css.icon}>
            <Building2 />
          </span>
          <h2 id="way-own">{t('start.own')}</h2>
          <p>{t('start.ownText')}</p>
          <Button kind="main" onPress={onOwn}>
            {t('start.ownGo')}
          </Button>
        </section>
        <section className={form.card} aria-labelledby="way-sample">
          <span className={css.icon}>
            <FlaskConical />
          </span>
          <h2 id="way-sample">{t('start.sample')}</h2>
          <p>{t('start.sampleText')}</p>
          <Button tall pending={sample.isPending} onPress={() => sample.mutate(undefined)}>
            {t('start.sampleGo')}
          </Button>
        </section>
      </div>
      {sample.error ? (
        <div className={form.problem}>
          <Failure error={sample.error} />
        </div>
      ) : null}
      <section className={css.moving} aria-labelledby="way-moving">
        <div>
          <h2 id="way-moving">{t('restore.firstTitle')}</h2>
          <p>{t('restore.firstText')}</p>
        </div>
        <Link to="/restore" className={buttonClass()}>
          {t('restore.firstGo')}
        </Link>
      </section>
      <p className={css.promise}>{t('start.promise')}</p>
    </Screen>
  );
}
