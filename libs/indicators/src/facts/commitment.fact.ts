import { confirmedDeliveries } from './delivery.fact.js';
import { asOfIn, tableIn, within, type Fact } from './fact.js';

/**
 * One row per commitment, with what has been delivered and confirmed of it. Read from the ledger itself.
 * `kept_on` is the first day on which confirmed deliveries reached the promised quantity, of those that hold it still.
 */
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
    kept_quantity: 'numeric',
    missing_quantity: 'numeric',
    kept_on: 'date',
  },
  rows: (scope) => `
    select c.pact_id, c.starts_on, c.ends_on, c.state, c.resource_kind, a.system, c.quantity, c.unit,
      coalesce(d.quantity, 0) as confirmed_quantity, coalesce(greatest(least(d.quantity, c.quantity), 0), 0) as kept_quantity,
      greatest(c.quantity - coalesce(d.quantity, 0), 0) as missing_quantity,
      case when d.quantity >= c.quantity then d.reached_on end as kept_on
    from ${tableIn(scope, 'commitment')} c
      join ${tableIn(scope, 'membership')} m on m.pact_id = c.pact_id and m.id = c.promisor_member_id
      join actor a on a.id = m.actor_id
      left join lateral (
        select max(by_now) filter (where is_last) as quantity,
          min(delivered_on) filter (where by_now >= c.quantity) as reached_on
        from (
          select delivered_on, sum(quantity) over (order by delivered_on) as by_now,
            delivered_on = max(delivered_on) over () as is_last
          from (${confirmedDeliveries(scope)} and d.commitment_id = c.id and d.pact_id = c.pact_id
            and d.delivered_on <= ${asOfIn(scope)}) confirmed
        ) adding_up
      ) d on true
    where ${within(scope, 'c.pact_id')}`,
};
