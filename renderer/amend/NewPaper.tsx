import { useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useApi } from '../client/api.ts';
import { describeError } from '../client/errors.ts';
import { useConsult } from '../consult/answers/ConsultContext.ts';
import { PaperPanel } from '../consult/paper/PaperPanel.tsx';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import css from './amendAll.module.css';
import type { DraftChange } from './useAmendDraft.ts';

function Pages({ changes }: { changes: readonly DraftChange[] }) {
  const { orpc } = useApi();
  const { consultation, paperLanguage } = useConsult();
  const asked = changes.map(({ key, after }) => ({ key, value: after }));
  const drawn = useQuery({
    ...orpc.consultations.previewAmendment.queryOptions({ input: { consultationId: consultation.id, changes: asked } }),
    gcTime: 0,
  });
  const base64 = drawn.data?.base64;
  const file = useMemo(() => (base64 ? { base64 } : null), [base64]);
  return (
    <PaperPanel
      file={file}
      draft
      language={paperLanguage}
      busy={drawn.isFetching}
      fault={drawn.error ? describeError(drawn.error) : null}
    />
  );
}

/** The paper that the changes would make, in a dialog of its own. `also`: something else than an answer changes too. */
export function NewPaper({ changes, also }: { changes: readonly DraftChange[]; also: boolean }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (changes.length === 0 && !also) return null;
  return (
    <>
      <div>
        <Button onPress={() => setOpen(true)}>
          <Eye />
          {t('amendAll.preview')}
        </Button>
      </div>
      <Dialog title={t('amendAll.preview')} open={open} onClose={() => setOpen(false)} wide>
        <div className={css.paper}>
          <Pages changes={changes} />
        </div>
      </Dialog>
    </>
  );
}
