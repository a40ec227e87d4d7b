import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { useState } from 'react';
import type { Patient } from '#core/contract/patientShapes.ts';
import { useApi } from '../../client/api.ts';
import { useCommands } from '../../commands/useCommands.ts';
import { pdfBlob, saveFile } from '../../consult/paper/files.ts';
import { useHasRole } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import css from './Papers.module.css';

export interface SendCopyProps {
  patient: Pick<Patient, 'id' | 'phone'>;
  /** One that is in use. */
  versionId: string;
  /** Stands in the palette too. */
  command?: boolean;
}

/** A number of India, to be read out in two halves. */
const TEN_DIGITS = /^(\d{5})(\d{5})$/;

/** A window of a browser saves a file itself; the program's own window leaves it to the program's folder. */
const place = () => (window.consultleaf ? 'folder' : 'download');

function SendForm({ phone, versionId, onClose }: { phone: string; versionId: string; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const [right, setRight] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const save = useMutation(
    orpc.papers.saveToSend.mutationOptions({
      onSuccess: async ({ fileName, pdf }) => {
        if (pdf) saveFile(fileName, pdfBlob(pdf.base64));
        await queries.invalidateQueries({ queryKey: orpc.papers.key() });
        announce(t('papers.send.saved', { name: fileName }));
        onClose();
      },
      // The number in her record may have changed meanwhile.
      onError: () => void queries.invalidateQueries({ queryKey: orpc.consultations.read.key() }),
    }),
  );
  const missing = !right || !agreed;
  return (
    <form
      className={css.dialog}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing && !save.isPending) save.mutate({ id: versionId, phone, agreed: true, to: place() });
      }}
    >
      <p>{t('papers.send.lead')}</p>
      <div>
        <p>{t('papers.send.readBack')}</p>
        <p className={css.number}>{phone.replace(TEN_DIGITS, '$1 $2')}</p>
      </div>
      <Checkbox checked={right} onChange={setRight} invalid={tried && !right}>
        {t('papers.send.numberRight')}
      </Checkbox>
      <Checkbox checked={agreed} onChange={setAgreed} invalid={tried && !agreed}>
        {t('papers.send.agreed')}
      </Checkbox>
      {tried && missing ? (
        <Banner kind="warn" alert>
          <p>{t('papers.send.missing')}</p>
        </Banner>
      ) : null}
      <Banner kind="info">
        <p>
          <b>{t('papers.send.open')}</b> {t(`papers.send.${place()}`)}
        </p>
      </Banner>
      {save.error ? <Failure error={save.error} /> : null}
      <FormFoot onCancel={onClose} pending={save.isPending}>
        {t('papers.send.save')}
      </FormFoot>
    </form>
  );
}

/** Saves a copy to be sent to her phone, once her number was read back to her and she agreed. For who hands papers over. */
export function SendCopy({ patient: { id, phone }, versionId, command }: SendCopyProps) {
  const t = useText();
  const mayHandOver = useHasRole('doctor', 'counsellor', 'reception');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  useCommands(mayHandOver && command ? [{ id: 'papers.send', title: t('papers.send'), run: () => setOpen(true) }] : []);
  if (!mayHandOver) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Send />
        {t('papers.send')}
      </Button>
      <Dialog title={t('papers.send.title')} open={open} onClose={close}>
        {phone === undefined ? (
          <div className={css.dialog}>
            <p>{t('papers.send.noPhone')}</p>
            <p>
              <Link to="/patients/$patientId" params={{ patientId: id }}>
                {t('papers.send.herPage')}
              </Link>
            </p>
          </div>
        ) : (
          <SendForm phone={phone} versionId={versionId} onClose={close} />
        )}
      </Dialog>
    </>
  );
}
