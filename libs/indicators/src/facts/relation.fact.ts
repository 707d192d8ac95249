import { within, type Fact } from './fact.js';

/** Promises that have been agreed and not released. */
const STANDING = `('agreed', 'active', 'renegotiating', 'fulfilled', 'partly_fulfilled', 'breached')`;

/**
 * The graph of who promises to whom: a row for each signed member, `a`, and one for each promise of a member to another,
 * `a>b`. A promise stays in the graph once it has begun; a member that withdraws leaves it with all its promises.
 */
export const relationFact: Fact = {
  name: 'relation',
  columns: { item: 'text', since: 'date', until: 'date' },
  rows: (scope) => `
    select m.pact_id, m.id::text as item, min(s.signed_on) as since, m.withdrawn_on as until
    from membership m join signature s on s.pact_id = m.pact_id and s.member_id = m.id
    where ${within(scope, 'm.pact_id')} group by m.pact_id, m.id, m.withdrawn_on
    union all
    select c.pact_id, c.promisor_member_id || '>' || b.member_id, c.starts_on, null
    from commitment c join commitment_beneficiary b on b.pact_id = c.pact_id and b.commitment_id = c.id
    where ${within(scope, 'c.pact_id')} and c.state in ${STANDING}`,
};
