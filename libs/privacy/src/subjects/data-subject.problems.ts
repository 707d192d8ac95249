import { defineProblem } from '#platform';

export const scopeMissing = defineProblem({
  slug: 'scope-missing',
  status: 403,
  title: 'An administrator has to grant this to the key, by the scope data-subject:serve',
});
