import type { ReactNode } from 'react';
import type { Block } from '#core/domain/handoutModel.ts';
import type { Look } from '../theme.ts';
import { Calendar } from './calendar.tsx';
import { Changes } from './changes.tsx';
import { ClinicCopy } from './clinicCopy.tsx';
import { Criteria } from './criteria.tsx';
import { Evidence } from './evidence.tsx';
import { Medicines } from './medicines.tsx';
import { Needed } from './needed.tsx';
import { NoticeBlock } from './notice.tsx';
import { Options } from './options.tsx';
import { Plan } from './plan.tsx';
import { Questions } from './questions.tsx';
import { RedFlags } from './redFlags.tsx';
import { Relative } from './relative.tsx';
import { SideEffects } from './sideEffects.tsx';
import { Sources } from './sources.tsx';
import { Summary } from './summary.tsx';
import { TeachBack } from './teachBack.tsx';
import { Tests } from './tests.tsx';

/** A block of the model, laid out by the component of its kind. `keepRows`: rows of the plan that stay on page 1. */
export function BlockView(props: { block: Block; look: Look; first: boolean; keepRows?: number | undefined }): ReactNode {
  const { block, look, first, keepRows } = props;
  switch (block.kind) {
    case 'summary':
      return <Summary block={block} look={look} first={first} />;
    case 'plan':
      return <Plan block={block} look={look} first={first} keepRows={keepRows} />;
    case 'redFlags':
      return <RedFlags block={block} look={look} first={first} />;
    case 'calendar':
      return <Calendar block={block} look={look} first={first} />;
    case 'notice':
      return <NoticeBlock block={block} look={look} first={first} />;
    case 'clinicCopy':
      return <ClinicCopy block={block} look={look} first={first} />;
    case 'relative':
      return <Relative block={block} look={look} first={first} />;
    case 'changes':
      return <Changes block={block} look={look} first={first} />;
    case 'tests':
      return <Tests block={block} look={look} first={first} />;
    case 'needed':
      return <Needed block={block} look={look} first={first} />;
    case 'criteria':
      return <Criteria block={block} look={look} first={first} />;
    case 'options':
      return <Options block={block} look={look} first={first} />;
    case 'evidence':
      return <Evidence block={block} look={look} first={first} />;
    case 'sideEffects':
      return <SideEffects block={block} look={look} first={first} />;
    case 'medicines':
      return <Medicines block={block} look={look} first={first} />;
    case 'questions':
      return <Questions block={block} look={look} first={first} />;
    case 'teachBack':
      return <TeachBack block={block} look={look} first={first} />;
    case 'sources':
      return <Sources block={block} look={look} first={first} />;
  }
}
