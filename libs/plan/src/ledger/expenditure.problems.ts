import { defineProblem } from '#platform';

export const aboveLine = defineProblem({
  slug: 'expenditure-above-line',
  status: 409,
  title: 'So much is not left on the funding line',
  titleIt: 'Sulla linea di finanziamento non resta tanto',
  advice: 'The secretariat records an entry of kind overrun first, if the line may be overspent.',
  adviceIt: 'Se la linea può essere superata, la segreteria registra prima una voce di tipo overrun.',
});
export const overrunBySecretariat = defineProblem({
  slug: 'overrun-by-the-secretariat',
  status: 403,
  title: 'Only the secretariat lets more be paid than a funding line holds',
  titleIt: 'Solo la segreteria consente di pagare più di quanto la linea di finanziamento contiene',
});
export const beforeLine = defineProblem({
  slug: 'expenditure-before-line',
  status: 409,
  title: 'The funding line had not begun on this day',
  titleIt: 'In quel giorno la linea di finanziamento non era ancora iniziata',
});
