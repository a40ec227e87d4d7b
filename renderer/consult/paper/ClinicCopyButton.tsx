import { FilePen } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { printPdf } from './files.ts';

/** Prints the page that the clinic keeps of a version: the stored bytes, asked for each time, so that the record says so. */
export function ClinicCopyButton({ versionId }: { versionId: string }) {
  const t = useText();
  const { client } = useApi();
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  async function print() {
    setWorking(true);
    setFault(null);
    try {
      await printPdf((await client.handouts.clinicCopy({ id: versionId })).base64);
      announce(t('final.printing'));
    } catch (error) {
      setFault(error);
    } finally {
      setWorking(false);
    }
  }
  return (
    <>
      <Button onPress={() => void print()} pending={working}>
        <FilePen />
        {t('final.clinicCopy')}
      </Button>
      {fault === null ? null : <Failure error={fault} />}
    </>
  );
}
