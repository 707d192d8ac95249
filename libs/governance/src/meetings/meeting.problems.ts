import { defineProblem, invalidRequest, mapConstraint } from '#platform';

export const meetingFixed = defineProblem({
  slug: 'meeting-fixed',
  status: 409,
  title:
    'What was agreed on before a meeting does not change once it has begun, and nothing of one that is over',
  titleIt: 'Ciò che precede la riunione non cambia a riunione iniziata, e nulla di una riunione conclusa',
});
export const meetingTooEarly = defineProblem({
  slug: 'meeting-too-early',
  status: 409,
  title: 'The day of the meeting has not come',
  titleIt: 'Il giorno della riunione non è ancora arrivato',
});
export const minutesMissing = defineProblem({
  slug: 'minutes-missing',
  status: 409,
  title: 'The meeting has no minutes yet',
  titleIt: 'La riunione non ha ancora un verbale',
});
export const meetingNotHeld = defineProblem({
  slug: 'meeting-not-held',
  status: 409,
  title: 'The meeting is not in the state for this: it has not begun, or it is over',
  titleIt: 'La riunione non è nello stato adatto: non è iniziata, o è conclusa',
});
export const recordedBySecretariat = defineProblem({
  slug: 'recorded-by-the-secretariat',
  status: 403,
  title: 'Who was present is recorded by the secretariat; a member excuses itself, or delegates',
  titleIt: 'Le presenze le registra la segreteria; il membro può giustificarsi o delegare',
});
export const notInBody = defineProblem({
  slug: 'not-in-the-body',
  status: 409,
  title: 'The actor has no seat in the body on that day',
  titleIt: 'In quel giorno l’attore non fa parte dell’organismo',
});
export const delegationNotAllowed = defineProblem({
  slug: 'delegation-not-allowed',
  status: 409,
  title: 'The mandate of the body allows no delegation',
  titleIt: 'Il mandato dell’organismo non ammette deleghe',
});
export const delegateDoesNotVote = defineProblem({
  slug: 'delegate-does-not-vote',
  status: 409,
  title: 'Voting members delegate to voting members of the same body',
  titleIt: 'I membri con diritto di voto delegano altri membri con diritto di voto dello stesso organismo',
});
export const tooManyDelegations = defineProblem({
  slug: 'too-many-delegations',
  status: 409,
  title: 'The delegate represents as many members as the mandate allows',
  titleIt: 'Il delegato rappresenta già tutti i membri che il mandato consente',
});
export const delegationPassedOn = defineProblem({
  slug: 'delegation-passed-on',
  status: 409,
  title: 'What was delegated is not passed on',
  titleIt: 'Una delega non si trasmette ad altri',
});

mapConstraint('attendance_delegate_ck', () =>
  invalidRequest([
    { pointer: '/delegateActorId', code: 'own-delegate', detail: 'Nobody is its own delegate.' },
  ]),
);
