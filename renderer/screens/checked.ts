import { type RefObject, useEffect, useRef, useState } from 'react';
import type * as z from 'zod';

/** What is wrong with a value, by field: the first message for each dotted path. */
export function problemsOf(schema: z.ZodType, value: unknown): Record<string, string> {
  const checked = schema.safeParse(value);
  const problems: Record<string, string> = {};
  for (const issue of checked.error?.issues ?? []) problems[issue.path.join('.')] ??= issue.message;
  return problems;
}

/** What of a field that is wrong can take the focus: its group may be marked too, and can't. */
const WRONG = '[aria-invalid="true"], [data-invalid] *';
const FOCUSABLE = ':is(input, textarea, button, [role="spinbutton"])';
const FIRST_WRONG = `${FOCUSABLE}:is(${WRONG})`;

export interface Checked<Value> {
  form: RefObject<HTMLFormElement | null>;
  /** What is wrong, once the person has tried to go on. */
  problems: Record<string, string>;
  /** The checked value; undefined moves the focus to the first field that is wrong. */
  check: () => Value | undefined;
  /** Begins anew: nothing is wrong before the person tries to go on. */
  clear: () => void;
}

/** Checks a form by the contract's own schema, when the person goes on and from then with every key. */
export function useChecked<Schema extends z.ZodType>(schema: Schema, draft: unknown): Checked<z.output<Schema>> {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>(FIRST_WRONG)?.focus();
  }, [tries]);
  return {
    form,
    problems: tries > 0 ? problemsOf(schema, draft) : {},
    check: () => {
      const checked = schema.safeParse(draft);
      if (!checked.success) setTries(tries + 1);
      return checked.success ? checked.data : undefined;
    },
    clear: () => setTries(0),
  };
}
