import { tableIn, within, type Fact } from './fact.js';

/** Meetings that have taken place. */
const HELD = `state in ('held', 'minuted')`;

export const meetingFact: Fact = {
  name: 'meeting',
  columns: { held_on: 'date', kind: 'text' },
  rows: (scope) => `
    select pact_id, held_on, kind from ${tableIn(scope, 'meeting')} where ${within(scope, 'pact_id')} and ${HELD}`,
};

/** One row per seat and meeting: who sat in the body on that day, and whether it came. */
export const attendanceFact: Fact = {
  name: 'attendance',
  columns: { held_on: 'date', status: 'text', system: 'text' },
  rows: (scope) => `
    select m.pact_id, m.held_on, t.status, a.system
    from ${tableIn(scope, 'meeting')} m
      join ${tableIn(scope, 'body_member')} s on s.pact_id = m.pact_id and s.body_id = m.body_id
        and s.starts_on <= m.held_on and (s.ends_on is null or s.ends_on >= m.held_on)
      join actor a on a.id = s.actor_id
      left join ${tableIn(scope, 'attendance')} t on t.pact_id = m.pact_id and t.meeting_id = m.id and t.actor_id = s.actor_id
    where ${within(scope, 'm.pact_id')} and m.${HELD}`,
};
