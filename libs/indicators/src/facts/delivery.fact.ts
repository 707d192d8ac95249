import { tableIn, within, type Fact, type Scope } from './fact.js';

/** Ledger entries whose latest verdict is a confirmation. A counter-entry stands and falls with what it corrects. */
export const confirmedDeliveries = (scope: Scope): string => `
  select d.pact_id, d.commitment_id, d.delivered_on, d.quantity
  from ${tableIn(scope, 'delivery')} d join lateral (
    select v.verdict from ${tableIn(scope, 'delivery_verdict')} v
    where v.pact_id = d.pact_id and v.delivery_id = coalesce(d.corrects_delivery_id, d.id)
    order by v.given_at desc, v.id desc limit 1) last on last.verdict = 'confirmed'
  where ${within(scope, 'd.pact_id')}`;

export const deliveryFact: Fact = {
  name: 'delivery',
  columns: { delivered_on: 'date', resource_kind: 'text', system: 'text', quantity: 'numeric', unit: 'text' },
  rows: (scope) => `
    select c.pact_id, d.delivered_on, c.resource_kind, a.system, d.quantity, c.unit
    from (${confirmedDeliveries(scope)}) d
      join ${tableIn(scope, 'commitment')} c on c.pact_id = d.pact_id and c.id = d.commitment_id
      join ${tableIn(scope, 'membership')} m on m.pact_id = c.pact_id and m.id = c.promisor_member_id
      join actor a on a.id = m.actor_id
    where ${within(scope, 'c.pact_id')}`,
};
