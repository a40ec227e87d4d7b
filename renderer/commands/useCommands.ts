import { useLayoutEffect, useRef, useState } from 'react';
import { type Command, registry } from './registry.ts';

/** What of a command is seen; `run` alone may change with every render without registering anew. */
function seen(commands: readonly Command[]): string {
  return JSON.stringify(commands.map(({ id, title, note }) => [id, title, note]));
}

/**
 * Registers the commands of a screen while it is shown: from the moment in which a person can see it, so that a key never
 * meets the commands of what stood there before. What can't be done now is `false`.
 */
export function useCommands(offered: readonly (Command | false)[]): void {
  const commands = offered.filter((command) => command !== false);
  const [owner] = useState(() => Symbol('commands'));
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  const signature = seen(commands);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the commands
  useLayoutEffect(() => {
    registry.set(
      owner,
      commands.map((command, index) => ({ ...command, run: () => latest.current[index]?.run() })),
    );
    return () => registry.remove(owner);
  }, [owner, signature]);
}
