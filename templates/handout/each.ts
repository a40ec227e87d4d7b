import { createElement, Fragment, type ReactNode } from 'react';

/** The items one after the other. Their order never changes within a document, so they need no keys. */
export function each<Item>(items: readonly Item[], node: (item: Item, index: number) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...items.map(node));
}
