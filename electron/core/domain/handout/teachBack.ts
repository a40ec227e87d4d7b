import type { Block } from '../handoutModel.ts';
import { teachBackItems } from '../teachBack.ts';
import type { Paper } from './paper.ts';

/** Block 14: what she said back, part by part. What was not discussed is not printed; nothing discussed, no block. */
export function teachBackOf({ program, labels }: Paper): Block[] {
  const { title, items, states } = labels.teachBack;
  const rows = teachBackItems(program).flatMap((item) => {
    const state = program.teachBack?.[item];
    return state === undefined ? [] : [{ label: items[item], text: states[state] }];
  });
  return rows.length === 0 ? [] : [{ kind: 'teachBack', title, rows }];
}
