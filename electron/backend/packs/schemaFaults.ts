import type * as z from 'zod';

/** An issue of a schema as an author can act on it. */
export interface SchemaFault {
  path: PropertyKey[];
  message: string;
}

type Issue = z.core.$ZodIssue;

/** Of the forms that a union allows, the one that the author most likely meant: known keys first, then fewest issues. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const strangeness = (issues: readonly Issue[]) => {
    const missing = issues.filter((issue) => issue.path.length === 1 && issue.code === 'invalid_type' && issue.input === undefined).length;
    const strange = issues.filter((issue) => issue.path.length === 0).length;
    return strange * 100 + missing * 10 + issues.length;
  };
  return [...branches].sort((a, b) => strangeness(a) - strangeness(b))[0];
}

function quoted(values: readonly unknown[]): string {
  return values.map((value) => `“${String(value)}”`).join(', ');
}

function message(issue: Issue): string {
  const name = issue.path.length ? `“${String(issue.path.at(-1))}”` : 'This';
  if (issue.code === 'unrecognized_keys') return `Remove ${quoted(issue.keys)} or mend the name: no such key belongs here.`;
  if (issue.code === 'invalid_value') return `Give ${name} one of these values: ${quoted(issue.values)}.`;
  if (issue.code === 'invalid_type' && issue.input === undefined) return `Add ${name}: it is missing here.`;
  if (issue.code === 'invalid_type') return `Give ${name} the type ${issue.expected}.`;
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options)
    return `Give ${name} one of these values: ${quoted(issue.options)}.`;
  if (issue.code === 'invalid_union')
    return `Write ${name} in one of the forms that are allowed here: README.md beside the packs lists them.`;
  return `Mend ${name}: ${issue.message}`;
}

/** Issues of a schema as one sentence each; a union is reported by the form that the author most likely meant. */
export function schemaFaults(issues: readonly Issue[], at: readonly PropertyKey[] = []): SchemaFault[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    const branch = issue.code === 'invalid_union' ? likeliest(issue.errors) : undefined;
    if (branch?.length && !branch.some((inner) => inner.path.length === 0 && inner.code !== 'invalid_union'))
      return schemaFaults(branch, path);
    return [{ path, message: message({ ...issue, path }) }];
  });
}
