import { defineProblem } from '#platform';

export const noTemplate = defineProblem({
  slug: 'no-template',
  status: 409,
  title: 'The pact has what no template may have',
  titleIt: 'Il patto ha qualcosa che nessun modello può avere',
  advice: 'A template holds less than a pact may: `errors` tell where the export would go beyond it.',
  adviceIt:
    'Un modello contiene meno di quanto può avere un patto: `errors` dice dove l’esportazione lo supererebbe.',
});
