import { tableIn, within, type Fact } from './fact.js';

/** One row per member that signed any version, from its first signature until it has withdrawn. */
export const membershipFact: Fact = {
  name: 'membership',
  columns: { signed_on: 'date', withdrawn_on: 'date', system: 'text' },
  rows: (scope) => `
    select m.pact_id, s.signed_on, m.withdrawn_on, a.system
    from ${tableIn(scope, 'membership')} m
      join actor a on a.id = m.actor_id
      join (select pact_id, member_id, min(signed_on) as signed_on from ${tableIn(scope, 'signature')}
        where ${within(scope, 'pact_id')} group by pact_id, member_id) s
        on s.pact_id = m.pact_id and s.member_id = m.id
    where ${within(scope, 'm.pact_id')}`,
};
