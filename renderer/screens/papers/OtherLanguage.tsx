import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { type PaperLanguage, paperLanguageSchema } from '#core/domain/text.ts';
import { useApi } from '../../client/api.ts';
import { useCommands } from '../../commands/useCommands.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import css from './Papers.module.css';

export interface OtherLanguageProps {
  /** Every version of the paper. */
  all: readonly HandoutVersion[];
  /** One that is in use. */
  version: HandoutVersion;
  onMade: (version: HandoutVersion) => void;
  /** Stands in the palette too. */
  command?: boolean;
}

function LanguageDialog({ all, version, onMade, onClose }: Omit<OtherLanguageProps, 'command'> & { onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const content = version.sameAs ?? version.version;
  const made = new Set(all.filter((each) => each.version === content || each.sameAs === content).map(({ language }) => language));
  const left = paperLanguageSchema.options.filter((language) => !made.has(language));
  const [language, setLanguage] = useState<PaperLanguage | null>(left.length === 1 ? (left[0] ?? null) : null);
  const [tried, setTried] = useState(false);
  const next = Math.max(...all.map((each) => each.version)) + 1;
  const make = useMutation(
    orpc.papers.inLanguage.mutationOptions({
      onSuccess: async (fresh) => {
        await queries.invalidateQueries({ queryKey: orpc.handouts.key() });
        announce(t('papers.inLanguage.made', { version: fresh.version, language: t(`language.${fresh.language}`) }));
        onMade(fresh);
      },
    }),
  );
  if (left.length === 0) return <p>{t('papers.inLanguage.all')}</p>;
  return (
    <form
      className={css.dialog}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (language && !make.isPending) make.mutate({ id: version.id, language });
      }}
    >
      <p>{t('papers.inLanguage.lead')}</p>
      <RadioGroup
        label={t('papers.inLanguage.language')}
        choices={left.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={language}
        onChange={setLanguage}
        error={tried && language === null ? t('papers.inLanguage.missing') : undefined}
        autoFocus
        column
      />
      <p className="muted">{t('papers.inLanguage.typed')}</p>
      {make.error ? <Failure error={make.error} /> : null}
      <FormFoot onCancel={onClose} pending={make.isPending}>
        {t('papers.inLanguage.make', { version: next })}
      </FormFoot>
    </form>
  );
}

/** Makes the same paper in another language, as a version of its own. */
export function OtherLanguage({ all, version, onMade, command }: OtherLanguageProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  useCommands(command ? [{ id: 'papers.language', title: t('papers.inLanguage'), run: () => setOpen(true) }] : []);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Languages />
        {t('papers.inLanguage')}
      </Button>
      <Dialog title={t('papers.inLanguage.title')} open={open} onClose={() => setOpen(false)}>
        <LanguageDialog
          all={all}
          version={version}
          onClose={() => setOpen(false)}
          onMade={(made) => {
            setOpen(false);
            onMade(made);
          }}
        />
      </Dialog>
    </>
  );
}
