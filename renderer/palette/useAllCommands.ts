import { useSyncExternalStore } from 'react';
import { type RegisteredCommand, registry } from '../commands/registry.ts';

/** Everything that can be done here and now. */
export function useAllCommands(): readonly RegisteredCommand[] {
  return useSyncExternalStore(registry.subscribe, registry.all);
}
