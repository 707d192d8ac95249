import { defineProblem } from '#platform';

export const openCommitments = defineProblem({
  slug: 'open-commitments',
  status: 409,
  title: 'A member that leaves says for each of its open commitments what happens to it',
  titleIt: 'Il membro che esce dice per ogni impegno aperto che cosa ne sarà',
});
