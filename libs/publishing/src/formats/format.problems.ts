import { defineProblem } from '#platform';

export const selectionTooLarge = defineProblem({
  slug: 'selection-too-large',
  status: 400,
  title: 'These are more figures than one file holds',
  titleIt: 'Sono più valori di quanti ne stiano in un file',
  advice: 'Ask for fewer indicators, periods, breakdowns or pacts, or read JSON page by page.',
  adviceIt:
    'Chiedere meno indicatori, periodi, disaggregazioni o patti, oppure leggere il JSON pagina per pagina.',
});
