import type { Audit } from '../audit.ts';
import type { Sql } from '../database.ts';
import type { Actor, AuditAction, StoreCommands } from '../store.ts';

/** How long one person's views of one record count as one view. */
const SAME_VIEW_MS = 10 * 60_000;

/** What the commands work with: one open database inside one transaction. */
export interface CommandContext {
  sql: Sql;
  audit: Audit;
  views: Views;
}

/** The commands of one area, each a function of the context, the input and who does it. */
export type Handlers<K extends keyof StoreCommands> = {
  [C in K]: (context: CommandContext, input: Parameters<StoreCommands[C]>[0], actor: Actor) => ReturnType<StoreCommands[C]>;
};

/**
 * Views that are in the audit already. A screen reads a record many times while it is shown; the audit holds one view
 * per person and record in ten minutes.
 */
export class Views {
  readonly #seen = new Map<string, number>();

  /** Writes the audit row of a view unless the same person's view of the same record is fresh. */
  record(audit: Audit, action: AuditAction, subject: string | null, actor: Actor): void {
    const key = `${actor.userId} ${action} ${subject}`;
    const at = Date.parse(actor.at);
    const seen = this.#seen.get(key);
    if (seen !== undefined && Math.abs(at - seen) < SAME_VIEW_MS) return;
    audit.add(action, subject, actor);
    this.#seen.set(key, at);
  }

  /** After a transaction that was undone, and when the store is locked. */
  forget(): void {
    this.#seen.clear();
  }
}
