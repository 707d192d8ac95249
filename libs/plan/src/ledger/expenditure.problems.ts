import { defineProblem } from '#platform';

export const aboveLine = defineProblem({
  slug: 'expenditure-above-line',
  status: 409,
  title: 'So much is not left on the funding line',
  titleIt: 'Sulla linea di finanziamento non resta tanto',
  advice: 'Record an entry of kind overrun first, if the line may be overspent.',
  adviceIt: 'Se la linea può essere superata, registrare prima una voce di tipo overrun.',
});
export const beforeLine = defineProblem({
  slug: 'expenditure-before-line',
  status: 409,
  title: 'The funding line had not begun on this day',
  titleIt: 'In quel giorno la linea di finanziamento non era ancora iniziata',
});
