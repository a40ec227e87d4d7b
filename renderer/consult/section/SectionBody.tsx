import type { Section } from '#core/domain/pack.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { QuestionTalk } from '../ask/QuestionTalk.tsx';
import { SoFar } from '../ask/SoFar.tsx';
import { DecisionForm } from '../forms/DecisionForm.tsx';
import { MonitoringForm } from '../forms/MonitoringForm.tsx';
import { OptionsTable } from '../forms/OptionsTable.tsx';
import { QuestionsForm } from '../forms/QuestionsForm.tsx';
import { SafetyForm } from '../forms/SafetyForm.tsx';
import { ProtocolForm } from '../protocol/ProtocolForm.tsx';
import { Statements } from './Statements.tsx';

/** One of the program's own forms; the criteria are the talk itself. */
function Form({ section }: { section: Section }) {
  switch (section.form) {
    case 'protocol':
      return <ProtocolForm />;
    case 'monitoring':
      return <MonitoringForm />;
    case 'safety':
      return <SafetyForm />;
    case 'options':
      return <OptionsTable />;
    case 'decision':
      return <DecisionForm />;
    case 'questions':
      return <QuestionsForm />;
    default:
      return null;
  }
}

/** The content of a section: what is said, what is asked, and its form. */
export function SectionBody({ section }: { section: Section }) {
  const { pack } = useConsult();
  const questions = section.questions.flatMap((id) => pack.questions.filter((question) => question.id === id));
  const criteria = pack.criteria.filter(({ id }) => section.criteria.includes(id));
  return (
    <>
      <Statements statements={section.statements} />
      {criteria.length > 0 ? <SoFar criteria={criteria} /> : null}
      {questions.length > 0 ? <QuestionTalk section={section.id} questions={questions} /> : null}
      <Form section={section} />
    </>
  );
}
