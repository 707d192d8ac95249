import { defineProblem } from '#platform';

export const selectionTooLarge = defineProblem({
  slug: 'selection-too-large',
  status: 400,
  title: 'These are more figures than one file holds',
  advice: 'Ask for fewer indicators, periods, breakdowns or pacts, or read JSON page by page.',
});
