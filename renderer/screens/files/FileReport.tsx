import type { CheckedPack, ReadVisit } from '#core/contract/files.ts';
import { PaperPanel } from '../../consult/paper/PaperPanel.tsx';
import { useText } from '../../text/useText.ts';
import { Status } from '../../ui/Status.tsx';
import { Told } from '../../ui/Told.tsx';
import css from './Files.module.css';

export type Report = ({ kind: 'visit' } & ReadVisit) | ({ kind: 'pack' } & CheckedPack);

/** What is to be mended, each with its place. */
function Faults({ faults }: { faults: { place: string; message: string }[] }) {
  return (
    <ul className={css.faults}>
      {faults.map(({ place, message }) => (
        <li key={`${place} ${message}`}>
          <code>{place}</code>
          <span>
            <Told text={message} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the program found in a file. */
export function FileReport({ report }: { report: Report }) {
  const t = useText();
  if (report.kind === 'visit' && report.ok) {
    return (
      <>
        <Status kind="ok" large>
          {t('files.visitSound', { code: report.code })}
        </Status>
        <div className={css.paper}>
          <PaperPanel file={report.pdf} draft={false} language={report.language} />
        </div>
      </>
    );
  }
  const faults =
    report.kind === 'visit'
      ? report.problems.map(({ path, message }) => ({ place: path, message }))
      : report.faults.map(({ file, line, message }) => ({ place: line === null ? file : t('files.line', { file, line }), message }));
  if (faults.length === 0) {
    return (
      <Status kind="ok" large>
        {t('files.packSound')}
      </Status>
    );
  }
  return (
    <>
      <Status kind="warn" large>
        {t('files.faults', { count: faults.length })}
      </Status>
      <Faults faults={faults} />
    </>
  );
}
