import { useState } from 'react';

/** One line of a list, with what is filled in so far. */
type Row<Item> = { [Part in keyof Item]?: Item[Part] | undefined };

export interface Rows<Item> {
  /** The list as it is shown, and a blank row at its end. */
  rows: readonly Row<Item>[];
  /** How many of the rows are in the list. */
  count: number;
  /** Changes a row. A part that is null, empty or undefined is taken out. */
  change: (index: number, part: { [Part in keyof Item]?: Item[Part] | null | undefined }, typing?: boolean) => void;
  remove: (index: number) => void;
}

export interface RowsOptions<Item> {
  /** What stands in the fields now: the answer, or what can't be stored yet. */
  items: readonly Row<Item>[];
  /** Whether a row can stand in the list. */
  isWhole: (row: Row<Item>) => boolean;
  /** Stores the list; an empty one is no answer. */
  store: (items: readonly Row<Item>[], typing: boolean) => void;
}

function withPart<Item>(row: Row<Item>, part: object): Row<Item> {
  const all = Object.entries({ ...row, ...part });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined && value !== '')) as Row<Item>;
}

/**
 * A list that is filled in without a button: its last row is blank, and is in the list as soon as it holds enough. What is
 * typed is saved like any other answer, and another blank row stands below it. A row keeps its place, so that the cursor
 * stays where it is.
 */
export function useRows<Item>({ items, isWhole, store }: RowsOptions<Item>): Rows<Item> {
  const [blank, setBlank] = useState<Row<Item>>({});
  const count = items.length;
  function change(index: number, part: object, typing = false) {
    const row = withPart(items[index] ?? blank, part);
    if (index >= count) {
      const whole = isWhole(row);
      setBlank(whole ? {} : row);
      if (whole) store([...items, row], typing);
    } else if (index === count - 1 && Object.keys(row).length === 0) remove(index);
    else
      store(
        items.map((each, at) => (at === index ? row : each)),
        typing,
      );
  }
  function remove(index: number) {
    if (index >= count) setBlank({});
    else
      store(
        items.filter((_, at) => at !== index),
        false,
      );
  }
  return { rows: [...items, blank], count, change, remove };
}
