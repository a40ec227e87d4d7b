import { useRef } from 'react';
import { errorCode } from './errors.ts';

/**
 * Names what a person wants done once. The name stays until the program has answered, so that a press after a lost
 * connection asks for the same thing and not for another one; `about`: whatever makes it another thing.
 */
export function useRequest() {
  const open = useRef<{ id: string; about: string } | null>(null);
  return async <Answer>(about: unknown, ask: (id: string) => Promise<Answer>): Promise<Answer> => {
    const wanted = JSON.stringify(about);
    const id = open.current?.about === wanted ? open.current.id : crypto.randomUUID();
    open.current = { id, about: wanted };
    try {
      const answer = await ask(id);
      open.current = null;
      return answer;
    } catch (error) {
      if (errorCode(error) !== undefined) open.current = null;
      throw error;
    }
  };
}
