import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { Row, sectionsOf } from '../beside.tsx';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { WITH_NEXT } from '../table.tsx';
import { Words } from '../words.tsx';
import { type BesideProps, Titles } from './besideRows.tsx';
import { WITH_THE_END } from './questions.tsx';

/** Block 13: each question beside its other self, kept with its answer. */
export function QuestionsBeside({ beside, blocks: [one, two], first }: BesideProps<'questions'>): ReactNode {
  const sections = sectionsOf(beside);
  return (
    <>
      <Titles beside={beside} sections={sections} titles={[one.title, two.title]} first={first} />
      {each(one.items, (_, index) => (
        <Row
          beside={beside}
          sections={sections}
          below={3.5}
          {...(index === one.items.length - 1 ? { ahead: WITH_THE_END.minPresenceAhead } : index === 0 ? { ahead: WITH_NEXT } : {})}
          cell={(look, column) => {
            const item = (column === 0 ? one : two).items[index];
            return (
              item && (
                <View {...tagged('LI')}>
                  <Words
                    look={look}
                    text={`*${item.question}* ${item.answer}`}
                    width={look.width}
                    lineHeight={look.theme.running}
                    tag="LBody"
                  />
                </View>
              )
            );
          }}
        />
      ))}
    </>
  );
}
