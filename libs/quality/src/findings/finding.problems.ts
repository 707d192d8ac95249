import { defineProblem } from '#platform';

export const alreadyCorrected = defineProblem({
  slug: 'finding-corrected',
  status: 409,
  title: 'The records have been corrected, so there is nothing to settle',
  titleIt: 'Le registrazioni sono state corrette, quindi non c’è nulla da trattare',
});
