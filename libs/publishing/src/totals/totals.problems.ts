import { defineProblem } from '#platform';

export const regionTooLarge = defineProblem({
  slug: 'region-too-large',
  status: 400,
  title: 'These are more figures of more pacts than are added up in one answer',
  titleIt: 'Sono più valori di più patti di quanti se ne sommino in una risposta',
  advice: 'Ask for fewer indicators, periods or breakdowns, or for a smaller territory.',
  adviceIt: 'Chiedere meno indicatori, periodi o disaggregazioni, oppure un territorio più piccolo.',
});
