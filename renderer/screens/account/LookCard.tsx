import { themeSchema } from '#core/contract/look.ts';
import { useLook } from '../../frame/useLook.ts';
import { useWindowLanguage, type WindowLanguage, windowLanguages } from '../../text/language.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import css from '../Form.module.css';

/** Language and colours of the window: hers on every computer of the clinic, from the choice on. */
export function LookCard() {
  const t = useText();
  const language = useWindowLanguage();
  const { theme, change, error } = useLook();
  return (
    <section className={css.card} aria-labelledby="account-look">
      <h2 id="account-look">{t('look.title')}</h2>
      <p>{t('look.text')}</p>
      <div className={css.fields}>
        <RadioGroup
          label={t('look.language')}
          choices={(Object.keys(windowLanguages) as WindowLanguage[]).map((value) => ({
            value,
            label: windowLanguages[value],
            lang: value,
          }))}
          value={language}
          onChange={(next) => change({ language: next })}
        />
        <RadioGroup
          label={t('look.theme')}
          choices={themeSchema.options.map((value) => ({ value, label: t(`look.theme.${value}`) }))}
          value={theme}
          onChange={(next) => change({ theme: next })}
        />
      </div>
      {error ? <Failure error={error} /> : null}
    </section>
  );
}
