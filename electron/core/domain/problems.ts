import type * as z from 'zod';

/** A fault of an input: the path of its field, such as `answers.topic.failedCycles`, and a sentence that says what to do. */
export interface Problem {
  path: string;
  message: string;
}

type Issue = z.core.$ZodIssue;

/** A path on one line, whatever the keys of the input are. */
export function pathOf(...parts: readonly PropertyKey[]): string {
  return parts
    .map((part) =>
      String(part)
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .slice(0, 60),
    )
    .filter((part) => part !== '')
    .join('.');
}

const FORMATS: Record<string, string> = {
  date: 'Write a date as YYYY-MM-DD.',
  time: 'Write a time as HH:MM, 24 hours.',
  datetime: 'Write an instant in UTC, such as 2027-02-12T06:12:00Z.',
};

const TYPES: Record<string, string> = {
  string: 'Write a text here.',
  number: 'Write a number here.',
  int: 'Write a whole number here.',
  boolean: 'Write true or false here.',
  array: 'Write a list here.',
  object: 'Write an object here.',
  record: 'Write an object here.',
};

const isDefault = (message: string) => /^(?:Invalid|Too|Unrecognized)\b/.test(message);

function sentence(issue: Issue): string {
  if (!isDefault(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'This is missing. Fill it in.'
        : (TYPES[issue.expected] ?? 'This has the wrong type.');
    case 'invalid_value':
      return `Use ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'This is not written in the form that is asked for.';
    case 'too_big':
      return issue.origin === 'array' ? `Use at most ${issue.maximum} entries.` : `Use at most ${issue.maximum}.`;
    case 'too_small':
      if (issue.origin === 'array') return `Give at least ${issue.minimum}.`;
      return issue.inclusive === false ? `Use more than ${issue.minimum}.` : `Use at least ${issue.minimum}.`;
    case 'not_multiple_of':
      return `Use steps of ${issue.divisor}.`;
    case 'invalid_union':
      return 'This is not one of the forms that are allowed here.';
    default:
      return 'This is not allowed here.';
  }
}

/** In a union the most telling fault is the one that a field itself words; else the union's own. */
function fromUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: readonly PropertyKey[]): Problem {
  const worded = issue.errors.flat().find((inner) => !isDefault(inner.message));
  return { path: pathOf(...path, ...(worded?.path ?? [])), message: worded?.message ?? sentence(issue) };
}

/** The faults that zod found, one line each, with paths under `base`. */
export function problemsOf(error: z.ZodError, base: readonly PropertyKey[] = []): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: pathOf(...path, key), message: 'There is no such field. Remove it or correct its name.' }));
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return [fromUnion(issue, path)];
    return [{ path: pathOf(...path), message: sentence(issue) }];
  });
}
