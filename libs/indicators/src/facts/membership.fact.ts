import type { Fact } from './fact.js';

/** One row per member that signed any version, from its first signature until it has withdrawn. */
export const membershipFact: Fact = {
  name: 'membership',
  columns: { signed_on: 'date', withdrawn_on: 'date', system: 'text' },
  rows: `
    select s.signed_on, m.withdrawn_on, a.system
    from membership m
      join actor a on a.id = m.actor_id
      join (select member_id, min(signed_on) as signed_on from signature where pact_id = $1 group by member_id) s
        on s.member_id = m.id
    where m.pact_id = $1`,
};
