import { unknownReference } from '#pacts';
import { mapConstraint } from '#platform';

/** Where a request may name something else of its pact, and which foreign key says that it is not there. */
const BODIES: Readonly<Record<string, string>> = {
  body_parent_fk: '/parentBodyId',
  body_link_other_fk: '/links',
  mandate_body_fk: '/bodyId',
  mandate_reports_to_fk: '/reportsToBodyId',
  meeting_body_fk: '/bodyId',
  proposal_body_fk: '/bodyId',
  consultation_body_fk: '/bodyId',
};
const ACTORS: Readonly<Record<string, string>> = {
  body_member_actor_fk: '/actorId',
  proposal_proposer_fk: '/proposerActorId',
  decision_action_responsible_fk: '/responsibleActorId',
  consultation_invitation_actor_fk: '/invitedActorIds',
  contribution_actor_fk: '/actorId',
};

for (const [constraint, pointer] of Object.entries(BODIES)) {
  mapConstraint(constraint, () =>
    unknownReference(pointer, 'unknown-body', 'The pact has no body with this id.'),
  );
}
for (const [constraint, pointer] of Object.entries(ACTORS)) {
  mapConstraint(constraint, () =>
    unknownReference(pointer, 'unknown-actor', 'There is no actor with this id.'),
  );
}
mapConstraint('proposal_meeting_fk', () =>
  unknownReference('/meetingId', 'unknown-meeting', 'The body has no meeting with this id.'),
);
