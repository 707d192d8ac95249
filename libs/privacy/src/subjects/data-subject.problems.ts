import { defineProblem } from '#platform';

export const scopeMissing = defineProblem({
  slug: 'scope-missing',
  status: 403,
  title: 'An administrator has to give this, by the scope data-subject:serve',
});
