import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { changedLook, type Look, type LookChange, USUAL_LOOK } from '#core/contract/look.ts';
import { useApi } from '../client/api.ts';
import { setWindowLanguage } from '../text/language.ts';
import { useStatus } from './session.ts';

/** How this window is shown, and the way to change it: seen at once, and kept for the person or the computer. */
export function useLook(): Look & { change: (change: LookChange) => void; error: Error | null } {
  const { orpc } = useApi();
  const queries = useQueryClient();
  const { look } = useStatus();
  const { queryKey } = orpc.app.status.queryOptions();
  const show = (shown: Look) => queries.setQueryData(queryKey, (status) => (status ? { ...status, look: shown } : status));
  const keep = useMutation(
    orpc.app.setLook.mutationOptions({
      onMutate: async (change) => {
        if (change.language) setWindowLanguage(change.language);
        // An answer that is on its way still holds what was before.
        await queries.cancelQueries({ queryKey });
        show(changedLook(look, change));
      },
      onSuccess: show,
    }),
  );
  return { ...look, change: keep.mutate, error: keep.error };
}

const moreContrast = () => window.matchMedia('(prefers-contrast: more)');

/** Lets the window speak and look as the program says; asked for nothing, it follows the computer. Used once, in the root. */
export function useShowLook({ language, theme }: Look = USUAL_LOOK): void {
  useEffect(() => {
    if (language !== null) setWindowLanguage(language);
  }, [language]);
  useEffect(() => {
    const wish = moreContrast();
    const show = () => {
      const shown = theme === 'system' && wish.matches ? 'contrast' : theme;
      if (shown === 'system') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = shown;
    };
    show();
    wish.addEventListener('change', show);
    return () => wish.removeEventListener('change', show);
  }, [theme]);
}
