import { pointsToDecision } from '#pacts';
import { defineProblem } from '#platform';

export const notThePromisor = defineProblem({
  slug: 'not-the-promisor',
  status: 403,
  title: 'Only the member that promises may do this, with its own key',
  titleIt: 'Può farlo solo il membro che promette, con la propria chiave',
});
export const notACounterpart = defineProblem({
  slug: 'not-a-counterpart',
  status: 403,
  title: 'Only those who benefit may do this: each with its own key, the coordinator where the pact benefits',
  titleIt:
    'Può farlo solo chi beneficia: ciascuno con la propria chiave, il coordinatore dove beneficia il patto',
});
export const notAParty = defineProblem({
  slug: 'not-a-party',
  status: 403,
  title: 'The caller is no party to this commitment',
  titleIt: 'Chi chiama non è parte di questo impegno',
});
export const computedState = defineProblem({
  slug: 'computed-state',
  status: 409,
  title: 'This state follows from confirmed deliveries and the calendar; nobody sets it',
  titleIt: 'Questo stato risulta dalle prestazioni confermate e dal calendario; nessuno lo imposta',
});
export const tooEarly = defineProblem({
  slug: 'too-early',
  status: 409,
  title: 'The commitment has not reached its first day',
  titleIt: "L'impegno non è ancora giunto al suo primo giorno",
});
export const memberNotSigned = defineProblem({
  slug: 'member-not-signed',
  status: 409,
  title: 'Only members that have signed and not withdrawn may promise or benefit',
  titleIt: 'Solo i membri che hanno firmato e non hanno receduto possono promettere o beneficiare',
});
export const termsFixed = defineProblem({
  slug: 'terms-fixed',
  status: 409,
  title: 'Terms change while a commitment is a draft or being renegotiated',
  titleIt: "Le condizioni cambiano finché l'impegno è in bozza o in rinegoziazione",
});
export const resourceFixed = defineProblem({
  slug: 'resource-fixed',
  status: 409,
  title: 'What was delivered already is counted in this resource; kind and unit cannot change any more',
  titleIt: 'Ciò che è già stato prestato è contato in questa risorsa; tipo e unità non cambiano più',
});
export const beneficiariesFixed = defineProblem({
  slug: 'beneficiaries-fixed',
  status: 409,
  title: 'Whoever had to agree to the old terms has to agree to the new ones',
  titleIt: 'Chi doveva accettare le condizioni precedenti deve accettare anche le nuove',
});

pointsToDecision('commitment_transition_decision_fk');
