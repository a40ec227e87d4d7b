import { Link, useNavigate } from '@tanstack/react-router';
import { History } from 'lucide-react';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { useCommands } from '../../commands/useCommands.ts';
import { momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import css from './final.module.css';

/** The versions of the paper, the newest first; the one that is shown can’t be chosen again. */
export function Versions({ all, shown, onShow }: { all: readonly HandoutVersion[]; shown: HandoutVersion; onShow: (id: string) => void }) {
  const t = useText();
  const { timeZone, today } = useConsult();
  const navigate = useNavigate();
  useCommands(
    all.length < 2
      ? []
      : [
          {
            id: 'papers.all',
            title: t('papers.open'),
            run: () => void navigate({ to: '/consult/$consultationId/papers', params: { consultationId: shown.consultationId } }),
          },
        ],
  );
  if (all.length < 2) return null;
  return (
    <nav aria-labelledby="versions" className={css.versions}>
      <h2 id="versions">{t('versions.title')}</h2>
      <ul>
        {all.toReversed().map(({ id, version, madeAt }) => (
          <li key={id}>
            {id === shown.id ? (
              <b aria-current="true">{t('versions.version', { version, when: momentText(madeAt, timeZone, today) })}</b>
            ) : (
              <Button kind="quiet" small onPress={() => onShow(id)}>
                {t('versions.version', { version, when: momentText(madeAt, timeZone, today) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Link
        to="/consult/$consultationId/papers"
        params={{ consultationId: shown.consultationId }}
        className={buttonClass({ kind: 'quiet' })}
      >
        <History />
        {t('papers.open')}
      </Link>
    </nav>
  );
}
