import { useQuery } from '@tanstack/react-query';
import { FileCheck, FolderCheck } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useApi } from '../../client/api.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useOnlyPatient } from '../../frame/useOnlyPatient.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { FileReport } from './FileReport.tsx';
import css from './Files.module.css';
import { onPicked, type Picked, pick, pickedFiles, pickedNow } from './picked.ts';

/** Lets a person choose with the system's own dialog; the button is the keyboard's way to it. */
function Chooser({ folder, children }: { folder: boolean; children: React.ReactNode }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (folder) input.current?.setAttribute('webkitdirectory', '');
  }, [folder]);
  return (
    <>
      <Button autoFocus={!folder} kind={folder ? 'ordinary' : 'main'} onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={folder ? undefined : '.clvisit,.json'}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) void pickedFiles(files).then(pick, () => pick({ kind: 'trouble', why: 'neither' }));
        }}
      />
    </>
  );
}

/** What the program says of the file; asked once for each choice, and forgotten with the screen. */
function Looked({ picked }: { picked: Exclude<Picked, { kind: 'trouble' }> }) {
  const { client } = useApi();
  const looked = useQuery({
    queryKey: ['files', picked],
    queryFn: async () =>
      picked.kind === 'visit'
        ? { kind: 'visit' as const, ...(await client.files.readVisit({ text: picked.text })) }
        : { kind: 'pack' as const, ...(await client.files.checkPack({ files: picked.files })) },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  if (looked.error) return <Failure error={looked.error} onRetry={() => void looked.refetch()} />;
  return looked.data ? <FileReport report={looked.data} /> : <Waiting rows={4} />;
}

/** A visit file as the paper it would make, or a topic pack with its faults. Nothing of either is taken in. */
export function FilesScreen() {
  const t = useText();
  useOnlyPatient(null);
  const picked = useSyncExternalStore(onPicked, pickedNow);
  const [began] = useState(() => picked !== null);
  useEffect(() => () => pick(null), []);
  return (
    <Screen title={t('files.title')} lead={t('files.lead')} ownFocus={!began}>
      <div className={css.choose}>
        <Chooser folder={false}>
          <FileCheck />
          {t('files.chooseVisit')}
        </Chooser>
        <Chooser folder>
          <FolderCheck />
          {t('files.choosePack')}
        </Chooser>
        <span className="muted">{t('files.drop')}</span>
      </div>
      {picked === null ? null : picked.kind === 'trouble' ? (
        <Banner kind="warn" alert>
          <p>{t(`files.${picked.why}`)}</p>
        </Banner>
      ) : (
        <section aria-label={picked.name}>
          <h2>{picked.name}</h2>
          <Looked picked={picked} />
        </section>
      )}
    </Screen>
  );
}
