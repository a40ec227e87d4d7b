import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Status } from '../ui/Status.tsx';
import css from './Form.module.css';

export interface SaveFootProps {
  save: Pick<UseMutationResult, 'isPending' | 'isSuccess' | 'error'>;
  /** What is shown in the place of the failure where somebody else saved in between. */
  clash: ReactNode;
  /** Whoever only reads has nothing to save. */
  readOnly?: boolean;
}

/** The foot of a page of settings: what went wrong, the button that saves, and that it is saved. */
export function SaveFoot({ save, clash, readOnly }: SaveFootProps) {
  const t = useText();
  return (
    <>
      {save.error ? <div className={css.problem}>{clash ?? <Failure error={save.error} />}</div> : null}
      {readOnly ? null : (
        <div className={css.actions}>
          <Button kind="main" type="submit" pending={save.isPending}>
            {t('settings.save')}
          </Button>
          {save.isSuccess ? (
            <Status kind="ok" large>
              {t('settings.saved')}
            </Status>
          ) : null}
        </div>
      )}
    </>
  );
}
