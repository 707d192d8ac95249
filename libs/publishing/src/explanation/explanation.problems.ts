import { defineProblem } from '#platform';

export const rowsNotKept = defineProblem({
  slug: 'figure-superseded',
  status: 409,
  title: 'The rows of an earlier revision, or of an earlier rule, are not kept',
  titleIt: 'Le righe di una revisione precedente, o di una regola precedente, non vengono conservate',
  advice: 'The explanation of the figure names its revisions: ask for the rows of the latest.',
  adviceIt: 'La spiegazione del valore ne nomina le revisioni: chiedere le righe della più recente.',
});

export const countsNoPersons = defineProblem({
  slug: 'figure-without-persons',
  status: 409,
  title: 'This figure counts no persons',
  titleIt: 'Questo valore non conta persone',
  advice: 'What it counts can be listed where it lies, such as the commitments of the pact.',
  adviceIt: 'Quello che conta si può elencare dove si trova, come gli impegni del patto.',
});
