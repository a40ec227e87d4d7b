import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type Api, ApiContext } from '../client/api.ts';
import { createQueryClient } from '../client/queryClient.ts';
import { teachControls } from '../text/controls.ts';
import { fieldLocale } from '../text/dates.ts';
import { useWindowLanguage } from '../text/language.ts';
import { createWindowRouter } from './router.tsx';

teachControls();

/** The window: its client, its cache and its router. */
export function App({ api }: { api: Api }) {
  const [router] = useState(createWindowRouter);
  const [queries] = useState(() => {
    const client = createQueryClient(() => void client.invalidateQueries({ queryKey: api.orpc.app.status.key() }));
    return client;
  });
  useWindowLanguage();
  return (
    <I18nProvider locale={fieldLocale()}>
      <ApiContext value={api}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ApiContext>
    </I18nProvider>
  );
}
