import type { AlertRule } from '../alert-rule.js';

/** What all milestones up to one add up to, against what was delivered and not disputed. */
export const alert: AlertRule = {
  kind: 'milestone_overdue',
  label: {
    it: 'Una tappa di un impegno è passata senza che la quantità promessa sia stata consegnata',
    en: 'A milestone of a commitment has passed without the promised quantity being delivered',
  },
  subject: 'commitment',
  due: `
    select c.id as subject_id, c.id || '/' || m.position as subject_key, p.actor_id, m.due_on + 1 as since
    from commitment c join membership p on p.pact_id = c.pact_id and p.id = c.promisor_member_id
      join lateral (
        select position, due_on, sum(quantity) over (order by position) as due_by_then from commitment_milestone
        where pact_id = c.pact_id and commitment_id = c.id) m on m.due_by_then > c.delivered - c.disputed
    where c.pact_id = $1 and c.state = 'active'`,
};
