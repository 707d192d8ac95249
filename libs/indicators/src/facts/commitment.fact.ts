import type { Fact } from './fact.js';
import { CONFIRMED_DELIVERIES } from './delivery.fact.js';

/** One row per commitment, with what has been delivered and confirmed of it. Read from the ledger itself. */
export const commitmentFact: Fact = {
  name: 'commitment',
  columns: {
    starts_on: 'date',
    ends_on: 'date',
    state: 'text',
    resource_kind: 'text',
    system: 'text',
    quantity: 'numeric',
    unit: 'text',
    confirmed_quantity: 'numeric',
  },
  rows: `
    select c.starts_on, c.ends_on, c.state, c.resource_kind, a.system, c.quantity, c.unit,
      coalesce(d.quantity, 0) as confirmed_quantity
    from commitment c
      join membership m on m.pact_id = c.pact_id and m.id = c.promisor_member_id
      join actor a on a.id = m.actor_id
      left join (select commitment_id, sum(quantity) as quantity from (${CONFIRMED_DELIVERIES}) confirmed
        where delivered_on <= $2 group by commitment_id) d on d.commitment_id = c.id
    where c.pact_id = $1`,
};
