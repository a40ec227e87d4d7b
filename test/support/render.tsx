import '../../renderer/fonts.css';
import '../../renderer/tokens.css';
import '../../renderer/base.css';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createApi } from '../../renderer/client/api.ts';
import { App } from '../../renderer/frame/App.tsx';
import { type Clock, ClockContext, machineClock } from '../../renderer/frame/cover/clock.ts';
import { type MemoryState, memoryBackend } from './memoryBackend.ts';

let root: Root | undefined;
let host: HTMLElement | undefined;

/** Takes away what the last test has shown. */
export function unmount(): void {
  root?.unmount();
  host?.remove();
  root = undefined;
  host = undefined;
}

/** Shows a part of the window by itself. */
export function render(content: ReactNode): void {
  unmount();
  host = document.createElement('div');
  host.id = 'root';
  document.body.append(host);
  root = createRoot(host);
  root.render(content);
}

/** Shows the whole window at `path`, over a backend in memory; `clock` measures its idle time. */
export function renderWindow(state: MemoryState, path = '/', clock: Clock = machineClock): void {
  // Without the search of the test's own page: the router would read it as part of the address.
  history.replaceState(null, '', `${location.pathname}#${path}`);
  render(
    <ClockContext value={clock}>
      <App api={createApi(memoryBackend(state))} />
    </ClockContext>,
  );
}
