import type { SectionState } from '#core/domain/evaluation.ts';
import { useText } from '../../text/useText.ts';
import { Status } from '../../ui/Status.tsx';
import type { StatusKind } from '../../ui/StatusIcon.tsx';

const kinds: Record<SectionState['state'], StatusKind> = {
  notOpened: 'none',
  opened: 'here',
  done: 'ok',
  missing: 'warn',
  conflict: 'warn',
};

/** The state of a section: icon and words. */
export function SectionStatus({ state }: { state: SectionState | undefined }) {
  const t = useText();
  if (!state) return null;
  const words =
    state.state === 'missing'
      ? t('walk.state.missing', { count: state.count })
      : state.state === 'conflict'
        ? t('walk.state.conflict', { count: state.count })
        : t(`walk.state.${state.state}`);
  return <Status kind={kinds[state.state]}>{words}</Status>;
}
