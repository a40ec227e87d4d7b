import { useMutation } from '@tanstack/react-query';
import { FileArchive, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { useApi } from '../../client/api.ts';
import { useCommands } from '../../commands/useCommands.ts';
import { saveFile } from '../../consult/paper/files.ts';
import { useHasRole } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import css from './Rights.module.css';

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** A copy of everything that is kept of her, and the way to erase it. */
export function HerRecords({ patient }: { patient: PatientRow }) {
  const t = useText();
  const { client } = useApi();
  const mayExport = useHasRole('doctor', 'administrator');
  const mayErase = useHasRole('administrator');
  const [erases, setErases] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const { base64, fileName } = await client.rights.exportPatient({ patientId: patient.id });
      saveFile(fileName, new Blob([bytesOf(base64)], { type: 'application/zip' }));
      announce(t('rights.exported', { name: fileName }));
      return fileName;
    },
  });
  useCommands([
    mayExport && { id: 'rights.export', title: t('rights.export'), run: () => save.mutate() },
    mayErase && { id: 'rights.erase', title: t('rights.erase'), run: () => setErases(true) },
  ]);
  if (!mayExport) return null;
  return (
    <section aria-labelledby="her-records">
      <h2 id="her-records">{t('rights.records')}</h2>
      <div className={css.box}>
        <p>{t('rights.exportText')}</p>
        {save.error ? <Failure error={save.error} /> : null}
        <div className={css.actions}>
          <Button small onPress={() => save.mutate()} pending={save.isPending}>
            <FileArchive />
            {t('rights.export')}
          </Button>
          {mayErase ? (
            <Button small kind="quiet" onPress={() => setErases(true)}>
              <Trash2 />
              {t('rights.erase')}
            </Button>
          ) : null}
        </div>
        {save.data ? <p className="muted">{t('rights.exported', { name: save.data })}</p> : null}
      </div>
      {erases ? <EraseDialog patient={patient} onClose={() => setErases(false)} /> : null}
    </section>
  );
}
