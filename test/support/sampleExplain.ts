import type { Block } from '#core/domain/handoutModel.ts';

type Kind<K extends Block['kind']> = Extract<Block, { kind: K }>;

const criteria: Kind<'criteria'> = {
  kind: 'criteria',
  title: 'Why this for you',
  lead: 'What the source lists, and what is known of you.',
  head: { what: 'What we looked at', answer: 'Answer', value: 'Your value and date' },
  rows: [
    { what: 'Two or more IVF tries failed, with good embryos', status: 'met', answer: 'yes', value: '3 transfers, last on 14-Oct-2026' },
    { what: 'Repeated miscarriage with no clear cause', status: 'doesNotApply', answer: 'does not apply', value: 'No miscarriage' },
    { what: 'Signs that the immune system may get in the way', status: 'met', answer: 'yes', value: 'Th1/Th2 ratio 14.2 on 05-Jan-2027' },
    { what: 'Embryo tested', status: 'met', answer: 'yes', value: 'Normal, 20-Dec-2026' },
    {
      what: 'No long-lasting swelling of the womb lining',
      status: 'notKnown',
      answer: 'still to check',
      value: 'Biopsy 08-Feb-2027: see “Still needed”',
    },
    { what: 'No other known cause', status: 'met', answer: 'yes', value: 'Checked 05-Jan-2027' },
    {
      what: 'No fibroids, polyps, adenomyosis or endometriosis',
      status: 'notMet',
      answer: 'no',
      value: 'Fibroid 1\u00a0cm, scan 11-Jan-2027. Doctor’s decision: discussed and accepted.',
    },
  ],
};

const options: Kind<'options'> = {
  kind: 'options',
  title: 'Your options',
  lead: 'Tacrolimus comes last, after other ways have been tried. You can say no at any time.',
  head: { good: 'Good', hard: 'Hard', cost: 'Cost' },
  columns: [
    {
      title: 'Tacrolimus',
      good: 'May help if the cause is in the immune system. Small dose. Taken at home.',
      hard: 'May not help. Can harm kidneys, raise sugar and let in germs. Needs blood tests.',
      cost: '₹\u00a0640 a strip, about ₹\u00a02,050 in all. Price of 10-Feb-2027.',
    },
    {
      title: 'Other ways forward',
      good: 'More tests may find a cause. Your doctor can tell you of other medicines.',
      hard: 'May not help. Takes time. Each way has risks of its own.',
      cost: 'Cost varies; ask. IVIG costs more.',
    },
    {
      title: 'Not taking it',
      good: 'No side effects. No extra blood tests. You can choose it later.',
      hard: 'If the immune system is the cause, it stays untreated.',
      cost: 'No cost for this medicine.',
    },
  ],
};

const evidence: Kind<'evidence'> = {
  kind: 'evidence',
  title: 'What we know and don’t know',
  lead: 'We are not sure it works.',
  lines: [
    'In a small study, not done by lot, 16 of 25 women who took it got pregnant and 0 of 17 who did not.',
    'None of 17 is unusually low; 15 of the 25 had a live birth, but one small study can’t prove why.',
    'In 124 women who all took it, 33 to 49 of 100 got pregnant; with nobody left untreated, this cannot show a benefit.',
    'Of 113 babies, about 8 of 100 came early and one had a defect; only women with a live birth were counted.',
    'A review of 8 studies (1,042 women) saw more live births, but it mixed in another medicine and the studies were weak.',
    'The UK regulator sees no good proof for most patients in immune treatments, and real risk to mother and baby.',
    'A US society found no gain in live births from the immune treatments it looked at, or too few studies.',
    'A European group does not advise blood tests of the immune system.',
  ],
};

const sideEffects: Kind<'sideEffects'> = {
  kind: 'sideEffects',
  title: 'Side effects',
  head: { sign: 'Sign', serious: 'How serious', what: 'What to do' },
  rows: [
    { sign: 'Infection: fever, chills, cough, sore red skin', serious: 'Serious', what: 'Call us at once.' },
    { sign: 'High sugar: great thirst, much urine', serious: 'Serious', what: 'Call us at once.' },
    { sign: 'Kidney trouble: little urine, swelling', serious: 'Serious; often no sign', what: 'Call us at once. Keep each test date.' },
    { sign: 'High blood pressure or potassium', serious: 'Serious; often no sign', what: 'We check it at each visit.' },
    {
      sign: 'Shaky hands, loose stools, feeling sick, poor sleep, tingling',
      serious: 'Known at transplant doses',
      what: 'Tell us at your next visit.',
    },
    {
      sign: 'Cancer of the skin or lymph glands',
      serious: 'Rare; after long use. For a short, low dose: not known',
      what: 'Keep strong sun off your skin.',
    },
  ],
  pregnancyTitle: 'Your baby',
  pregnancy:
    'Many studies found no major birth defect from it. Women with a new organ have used it safely in pregnancy. Studies suggest it is mostly safe if doctors watch closely. But the US label warns that it can harm an unborn baby. Some babies came early, were small or had defects. It reaches the baby. A newborn can have high potassium or weak kidneys. So it is used in pregnancy only if the gain is worth the risk.',
};

const medicines: Kind<'medicines'> = {
  kind: 'medicines',
  title: 'Medicines and food to ask about',
  hers: '*You take omeprazole.* It can change how tacrolimus works. *Don’t stop either medicine; call us.*',
  lead: 'Ask us before you start or stop any other medicine, such as:',
  lines: [
    '*Pain:* ibuprofen, diclofenac. *Stomach:* omeprazole, lansoprazole, some antacids.',
    '*Fungus:* fluconazole, itraconazole, ketoconazole, clotrimazole. *Germs:* clarithromycin, erythromycin, rifampicin, isoniazid, co-trimoxazole.',
    '*Heart or pressure:* diltiazem, verapamil, nifedipine, water tablets. *Fits, HIV, hepatitis:* many. *Herbs:* St John’s wort.',
    '*Food:* no grapefruit (चकोतरा) and no grapefruit juice. *Vaccines:* no live ones.',
    '*Fasting (व्रत, रोज़ा)?* Ask first; don’t skip doses.',
  ],
};

const questions: Kind<'questions'> = {
  kind: 'questions',
  title: 'Your questions',
  items: [
    {
      question: 'You asked: can I go by train to my mother on 05-Mar-2027?',
      answer: 'Yes. Carry the capsules and this paper in your hand bag. Be back for the blood test on Mon 08-Mar-2027.',
    },
    { question: 'You asked: will our insurance pay?', answer: 'Not answered yet. Ms C. Sample will call you by Wed 17-Feb-2027.' },
    { question: 'Can I take it with my IVF medicines?', answer: 'Yes, but only in a plan that we watch closely.' },
    { question: 'How long do I take it?', answer: 'Your plan says 16 days. Your doctor may then go on.' },
    { question: 'May I breastfeed?', answer: 'Labels say no; other advice says it may be fine. Ask your doctor.' },
  ],
};

const teachBack: Kind<'teachBack'> = {
  kind: 'teachBack',
  title: 'What we went over',
  rows: [
    { label: 'Dose and times', text: 'Understood.' },
    { label: 'A missed dose', text: 'Explained again.' },
    { label: 'If the transfer date moves', text: 'We will go over this again.' },
  ],
};

const sources: Kind<'sources'> = {
  kind: 'sources',
  title: 'About this paper',
  hope: 'This road is long and can feel heavy, more so with an immune problem. Science moves on, and there is real hope.',
  lines: [
    '*Sources:* clinic document; US and UK labels of tacrolimus; Nakagawa 2015, 2017, 2019; Cavalcante 2023; HFEA; ASRM 2018.',
    '*Content of* 22-Nov-2026. *Next review* 22-Nov-2027, or sooner if a label changes. *Funding:* none from makers of medicines.',
  ],
};

/** A full English handout of an invented patient: every block, 16 days with two doses a day. */

/** What explains, behind what she has to do: the part of the sample paper that is read at home. */
export const sampleExplain: Block[] = [criteria, options, evidence, sideEffects, medicines, questions, teachBack, sources];
