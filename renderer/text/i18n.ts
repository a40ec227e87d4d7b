import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { type Catalog, en } from './en.ts';
import { hi } from './hi.ts';

export type TextId = keyof Catalog;
/** What a message takes into its braces. */
export type TextValues = Record<string, string | number>;
/** A message with braces needs values; one without takes none. */
export type TextArgs<Id extends TextId> = Catalog[Id] extends `${string}{${string}` ? [values: TextValues] : [];

/** Messages are compiled when they are first shown, without `eval`, so the content security policy holds. */
export const i18n = setupI18n().setMessagesCompiler(compileMessage);
i18n.load({ en, hi });
i18n.activate('en');

/** The words of a message in the window's language. */
export function translate<Id extends TextId>(id: Id, ...args: TextArgs<Id>): string {
  return i18n._(id, args[0]);
}
export type Translate = typeof translate;
