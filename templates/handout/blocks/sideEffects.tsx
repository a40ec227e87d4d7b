import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Paragraph } from '../rows.tsx';
import { type Cell, Table } from '../table.tsx';
import { keptWhole } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

/** Parts of the width for sign, how serious and what to do; a paper that gives no dose names no calls. */
const WITH_CALLS = [0.38, 0.32, 0.3];
const WITHOUT_CALLS = [0.55, 0.45];

/** Block 11: each sign, how serious it is and what to do; then both sides of safety in pregnancy. */
export function SideEffects({ block, look, first }: BlockProps<'sideEffects'>): ReactNode {
  const parts = block.head.what === '' ? WITHOUT_CALLS : WITH_CALLS;
  const widths = parts.map((part) => look.width * part);
  const cells = <T,>(sign: T, serious: T, what: T) => [sign, serious, what].slice(0, parts.length);
  const head = cells(block.head.sign, block.head.serious, block.head.what);
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} {...(first ? { above: 0 } : {})} />
      <Table
        look={look}
        widths={widths}
        head={head}
        rows={block.rows.map(({ sign, serious, what }) => cells<Cell>({ text: sign, bold: true }, { text: serious }, { text: what }))}
      />
      {/* Both sides stay together: the end of a page never comes between them. */}
      <View wrap={!keptWhole(look, [{ text: block.pregnancy, width: look.width, size: look.theme.body }])} style={{ marginTop: 3 }}>
        <Paragraph look={look} text={`*${block.pregnancyTitle}:* ${block.pregnancy}`} />
      </View>
    </>
  );
}
