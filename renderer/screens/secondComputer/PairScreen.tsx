import { Languages } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import * as z from 'zod';
import { deviceNameSchema, pairingCodeSchema } from '#core/contract/secondComputer.ts';
import { pair } from '../../client/http.ts';
import frame from '../../frame/Screen.module.css';
import { translate } from '../../text/i18n.ts';
import { otherLanguage, setWindowLanguage, useWindowLanguage, windowLanguages } from '../../text/language.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useChecked } from '../checked.ts';
import form from '../Form.module.css';
import css from './SecondComputer.module.css';

const schema = z.strictObject({
  code: z
    .string()
    .transform((typed) => typed.replace(/[\s-]/g, ''))
    .refine((code) => pairingCodeSchema.safeParse(code).success, { error: () => translate('pair.codeWrong') }),
  name: z
    .string()
    .trim()
    .refine((name) => deviceNameSchema.safeParse(name).success, { error: () => translate('second.nameMissing') }),
});

/** What a second computer shows before it is paired: the code, and a name for it. Nothing of the clinic stands here. */
export function PairScreen({ onPaired = () => location.reload() }: { onPaired?: () => void }) {
  const t = useText();
  useWindowLanguage();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [state, setState] = useState<'ready' | 'pending' | 'refused' | 'noConnection'>('ready');
  const { form: formRef, problems, check } = useChecked(schema, { code, name });
  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = check();
    if (!input || state === 'pending') return;
    setState('pending');
    const paired = await pair(input).catch(() => undefined);
    if (paired) return onPaired();
    setState(paired === false ? 'refused' : 'noConnection');
  }
  const other = otherLanguage();
  return (
    <main className={frame.narrow}>
      <h1 className={frame.title}>{t('pair.title')}</h1>
      <p className={frame.lead}>{t('pair.lead')}</p>
      <form ref={formRef} noValidate className={css.form} onSubmit={(event) => void submit(event)}>
        <section className={form.card} aria-label={t('pair.title')}>
          <div className={form.fields}>
            <TextField
              label={t('pair.code')}
              hint={t('pair.codeHint')}
              inputMode="numeric"
              autoFocus
              value={code}
              onChange={(next) => {
                setCode(next);
                if (state !== 'pending') setState('ready');
              }}
              error={problems.code ?? (state === 'refused' ? t('pair.refused') : undefined)}
            />
            <TextField
              label={t('pair.name')}
              hint={t('pair.nameHint')}
              value={name}
              maxLength={40}
              onChange={setName}
              error={problems.name}
            />
          </div>
          {state === 'noConnection' ? (
            <div className={form.problem}>
              <Banner kind="bad" alert>
                <p>{t('error.noConnection')}</p>
              </Banner>
            </div>
          ) : null}
          <div className={form.actions}>
            <Button kind="main" type="submit" pending={state === 'pending'}>
              {t('pair.go')}
            </Button>
            <Button kind="quiet" onPress={() => setWindowLanguage(other)}>
              <Languages />
              <span lang={other}>{windowLanguages[other]}</span>
            </Button>
          </div>
        </section>
      </form>
      <section className={form.card} aria-labelledby="pair-warned">
        <h2 id="pair-warned">{t('pair.warned')}</h2>
        <p>{t('pair.warnedText')}</p>
      </section>
    </main>
  );
}
