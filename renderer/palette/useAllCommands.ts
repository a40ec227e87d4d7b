import { useSyncExternalStore } from 'react';
import { type Command, registry } from '../commands/registry.ts';

/** Everything that can be done here and now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(registry.subscribe, registry.all);
}
