/** Every call with its path, for what a test wants to know of calls. */
export interface MemoryCalls {
  calls: { path: string; input: unknown }[];
}

/** Keeps each call in `calls` before it is answered. */
export function keepCalls(state: MemoryCalls) {
  return <Answer>({ path, next }: { path: readonly string[]; next: () => Answer }, input: unknown): Answer => {
    state.calls.push({ path: path.join('.'), input });
    return next();
  };
}
