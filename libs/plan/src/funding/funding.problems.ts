import { defineProblem, invalidRequest, mapConstraint } from '#platform';

const programmeCodeTaken = defineProblem({
  slug: 'funding-programme-code-taken',
  status: 409,
  title: 'Another funding programme has this code',
  titleIt: 'Un altro programma di finanziamento ha questo codice',
});
const callCodeTaken = defineProblem({
  slug: 'call-code-taken',
  status: 409,
  title: 'The programme has a call with this code already',
  titleIt: 'Il programma ha già un avviso con questo codice',
});
const lineBelowSpending = defineProblem({
  slug: 'line-below-spending',
  status: 409,
  title: 'More has been paid from this funding line already',
  titleIt: 'Da questa linea di finanziamento è già stato pagato di più',
});
export const lineAfterSpending = defineProblem({
  slug: 'line-after-spending',
  status: 409,
  title: 'Something was paid before this first day of the funding line',
  titleIt: 'Qualcosa è stato pagato prima di questo primo giorno della linea di finanziamento',
});

const endsBeforeStart = (pointer: string) =>
  invalidRequest([{ pointer, code: 'before-start', detail: 'It ends before it starts.' }]);

const unknown = (pointer: string, code: string, thing: string) =>
  invalidRequest([{ pointer, code, detail: `There is no ${thing} with this id.` }]);

const unknownProgramme = () => unknown('/programmeId', 'unknown-programme', 'funding programme');

mapConstraint('funding_programme_code_uq', () => programmeCodeTaken());
mapConstraint('funding_programme_period_ck', () => endsBeforeStart('/endsOn'));
mapConstraint('funding_call_code_uq', () => callCodeTaken());
mapConstraint('funding_call_period_ck', () => endsBeforeStart('/closesOn'));
mapConstraint('funding_call_programme_fk', unknownProgramme);
mapConstraint('funding_line_programme_fk', unknownProgramme);
mapConstraint('funding_line_call_fk', () => unknown('/callId', 'unknown-call', 'call of this programme'));
mapConstraint('funding_line_period_ck', () => endsBeforeStart('/endsOn'));
mapConstraint('funding_line_spent_ck', () => lineBelowSpending());
