import type { Section } from '#core/domain/pack.ts';
import { useHasRole } from '../../frame/session.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { QuestionTalk } from '../ask/QuestionTalk.tsx';
import { SoFar } from '../ask/SoFar.tsx';
import { type DoctorsGroup, DoctorsPart } from '../check/DoctorsPart.tsx';
import { DecisionForm } from '../forms/DecisionForm.tsx';
import { MonitoringForm } from '../forms/MonitoringForm.tsx';
import { OptionsTable } from '../forms/OptionsTable.tsx';
import { PriceFields } from '../forms/PriceFields.tsx';
import { QuestionsForm } from '../forms/QuestionsForm.tsx';
import { SafetyForm } from '../forms/SafetyForm.tsx';
import { ProtocolForm } from '../protocol/ProtocolForm.tsx';
import { Statements } from './Statements.tsx';

/** The forms that hold nothing but the doctor's answers, and under which group they are read. */
const DOCTORS_GROUPS: { [Form in NonNullable<Section['form']>]?: DoctorsGroup } = {
  protocol: 'protocol',
  monitoring: 'plan',
  decision: 'decision',
};

/** The fields of one of the program's own forms; the criteria are the talk itself. */
function Form({ section }: { section: Section }) {
  const doctor = useHasRole('doctor');
  const doctors = doctor || !section.form ? undefined : DOCTORS_GROUPS[section.form];
  if (doctors) return <DoctorsPart group={doctors} />;
  switch (section.form) {
    case 'protocol':
      return <ProtocolForm />;
    case 'monitoring':
      return <MonitoringForm />;
    case 'safety':
      return <SafetyForm />;
    case 'options':
      return <PriceFields />;
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
      {section.form === 'options' ? <OptionsTable /> : null}
      <Form section={section} />
    </>
  );
}

/** The fields of a section alone, without what is said: for changing its answers afterwards. */
export function SectionFields({ section }: { section: Section }) {
  const { pack } = useConsult();
  const questions = section.questions.flatMap((id) => pack.questions.filter((question) => question.id === id));
  return (
    <>
      {questions.length > 0 ? <QuestionTalk section={section.id} questions={questions} /> : null}
      <Form section={section} />
    </>
  );
}
