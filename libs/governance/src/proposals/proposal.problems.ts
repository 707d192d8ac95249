import { defineProblem, mapConstraint } from '#platform';

export const proposalFixed = defineProblem({
  slug: 'proposal-fixed',
  status: 409,
  title: 'A proposal changes while it is a draft; what is voted on stays as it is',
  titleIt: 'Una proposta cambia finché è in bozza; ciò che si vota resta com’è',
});
export const notTheProposer = defineProblem({
  slug: 'not-the-proposer',
  status: 403,
  title: 'Only who proposes may do this, or the secretariat',
  titleIt: 'Può farlo solo chi propone, o la segreteria',
});
export const voteHeldBySecretariat = defineProblem({
  slug: 'vote-held-by-the-secretariat',
  status: 403,
  title: 'A vote is opened and closed by the secretariat',
  titleIt: 'Il voto è aperto e chiuso dalla segreteria',
});
export const proposedAfterMeeting = defineProblem({
  slug: 'proposed-after-the-meeting',
  status: 409,
  title: 'The proposal was put forward after the day of the meeting that is to vote on it',
  titleIt: 'La proposta è stata presentata dopo il giorno della riunione che dovrebbe votarla',
});
export const voteNotOpen = defineProblem({
  slug: 'vote-not-open',
  status: 409,
  title: 'The proposal is not open for votes',
  titleIt: 'La proposta non è aperta al voto',
});
export const notAVotingMember = defineProblem({
  slug: 'not-a-voting-member',
  status: 403,
  title: 'Only members who vote in the body on that day may vote',
  titleIt: 'Può votare solo chi in quel giorno ha diritto di voto nell’organismo',
});
export const notTheDelegate = defineProblem({
  slug: 'not-the-delegate',
  status: 403,
  title: 'A member votes itself, or by the one to whom it has delegated its vote for the meeting',
  titleIt: 'Il membro vota da sé, o tramite chi ha delegato per la riunione',
});
const alreadyVoted = defineProblem({
  slug: 'already-voted',
  status: 409,
  title: 'The actor has voted on this proposal already; a vote does not change',
  titleIt: 'L’attore ha già votato su questa proposta; un voto non cambia',
});

mapConstraint('vote_once_uq', () => alreadyVoted());
