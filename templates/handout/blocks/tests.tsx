import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Table } from '../table.tsx';
import { INK } from '../theme.ts';
import type { BlockProps } from './blockOf.ts';

const ROW = 19;
const RESULT = 64;
/** Parts of the width left of the result. */
const WHEN = 0.35;
const TEST = 0.24;
const TEST_LARGE = 0.32;

/** Block 7: which blood test, when and why, with an empty box for its result. */
export function Tests({ block, look, first }: BlockProps<'tests'>): ReactNode {
  const rest = look.width - RESULT;
  const test = look.theme.large ? TEST_LARGE : TEST;
  const widths = [rest * WHEN, rest * test, rest * (1 - WHEN - test), RESULT];
  const head = [block.head.when, block.head.test, block.head.why, block.head.result];
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 3} />
      <Table
        look={look}
        widths={widths}
        head={head}
        rows={block.rows.map((row) => [{ text: row.when, bold: true }, { text: row.test }, { text: row.why }, { draw: resultBox }])}
        rowHeight={ROW}
      />
    </>
  );
}

function resultBox(width: number): ReactNode {
  return <View style={{ width: width - 6, height: ROW - 4, borderWidth: 1, borderColor: INK }} />;
}
