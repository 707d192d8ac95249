import { asOfIn, tableIn, within, type Fact, type Scope } from './fact.js';

const dayOf = (instant: string): string => `(${instant} at time zone 'Europe/Rome')::date`;

/**
 * The measures of the plan, `m`: from the day on which they were entered, or their first day if that is earlier, until
 * they were given up. What was given up later than the as-of day was there still.
 */
const measures = (scope: Scope): string => `(
  select x.pact_id, x.id, x.code, x.budget_cents, x.starts_on, x.ends_on,
    least(x.starts_on, ${dayOf('x.created_at')}) as entered_on,
    (select min(${dayOf('t.made_at')}) from ${tableIn(scope, 'measure_transition')} t
     where t.pact_id = x.pact_id and t.measure_id = x.id and t.to_state = 'closed') as closed_on,
    (select min(${dayOf('t.made_at')}) from ${tableIn(scope, 'measure_transition')} t
     where t.pact_id = x.pact_id and t.measure_id = x.id and t.to_state = 'completed') as completed_on,
    exists (select from ${tableIn(scope, 'measure_transition')} t
     where t.pact_id = x.pact_id and t.measure_id = x.id and t.to_state = 'approved') as was_approved
  from ${tableIn(scope, 'measure')} x where ${within(scope, 'x.pact_id')}) m`;

/** What ends before it begins has never been: a payment that came in after its measure was given up. */
const stretches = (rows: string): string =>
  `select * from (${rows}) stretches where until is null or since < until`;

/**
 * What changes the money of measures that have a budget, day by day: the budget itself, what a funding line adds within
 * the budget, what is paid and taken back. So what stands on a day is what has been added up to it.
 */
export const budgetFact: Fact = {
  name: 'budget',
  columns: {
    since: 'date',
    until: 'date',
    measure: 'text',
    budget_cents: 'numeric',
    funded_cents: 'numeric',
    spent_cents: 'numeric',
  },
  rows: (scope) =>
    stretches(`
    select m.pact_id, m.entered_on as since, m.closed_on as until, m.code as measure, m.budget_cents::numeric,
      0::numeric as funded_cents, 0::numeric as spent_cents
    from ${measures(scope)} where m.budget_cents is not null
    union all
    select m.pact_id, greatest(m.entered_on, l.granted_on), m.closed_on, m.code, 0,
      least(l.by_now, m.budget_cents) - least(l.by_now - l.amount_cents, m.budget_cents), 0
    from ${measures(scope)} join (
      select pact_id, measure_id, amount_cents, granted_on,
        sum(amount_cents) over (partition by pact_id, measure_id order by granted_on, id) as by_now
      from (select *, least(starts_on, ${dayOf('created_at')}) as granted_on
        from ${tableIn(scope, 'funding_line')} where ${within(scope, 'pact_id')}) granted
    ) l on l.pact_id = m.pact_id and l.measure_id = m.id
    where m.budget_cents is not null
    union all
    select m.pact_id, greatest(m.entered_on, e.spent_on), m.closed_on, m.code, 0, 0, e.amount_cents
    from ${measures(scope)}
      join ${tableIn(scope, 'funding_line')} l on l.pact_id = m.pact_id and l.measure_id = m.id
      join ${tableIn(scope, 'expenditure')} e on e.pact_id = l.pact_id and e.funding_line_id = l.id and e.kind = 'expenditure'
    where m.budget_cents is not null`),
};

/** How far a measure may lag behind an even pace, as a share of it. */
const TOLERANCE = 0.1;

/**
 * Stretches of time in which a measure under way was on schedule, or was not. A measure that was approved is under way
 * from its first day until it is completed or closed. It keeps to its schedule while what was told last of its progress
 * is no more than a tenth behind an even pace from its first day to its last; after that day only if all was done.
 */
export const scheduleFact: Fact = {
  name: 'schedule',
  columns: { since: 'date', until: 'date', measure: 'text', on_schedule: 'boolean' },
  rows: (scope) =>
    stretches(`
    with told as (
      select m.pact_id, m.id, m.code, m.starts_on, m.ends_on, least(m.completed_on, m.closed_on) as over_on,
        p.on_day, p.done_share,
        lead(p.on_day) over (partition by m.pact_id, m.id order by p.on_day) as next_day
      from ${measures(scope)} cross join lateral (
        select distinct on (on_day) on_day, done_share from (
          select m.starts_on as on_day, 0 as done_share, null::uuid as id
          union all
          select greatest(g.on_day, m.starts_on), g.done_share, g.id from ${tableIn(scope, 'measure_progress')} g
          where g.pact_id = m.pact_id and g.measure_id = m.id
        ) entry order by on_day, id desc nulls last
      ) p
      where m.was_approved and m.starts_on is not null and m.ends_on is not null),
    stretch as (
      select pact_id, code, on_day as since, least(next_day, over_on) as until,
        case when done_share < 1 then least(ends_on + 1,
          starts_on + floor((done_share + ${TOLERANCE}) * (ends_on - starts_on + 1))::int) end as late_on
      from told)
    select pact_id, since, least(until, late_on) as until, code as measure, true as on_schedule
    from stretch
    union all
    select pact_id, greatest(since, late_on), until, code, false from stretch where late_on is not null`),
};

/** Stretches of time in which a cell of a grid was empty, or a measure that is not closed worked on it. */
export const gridCellFact: Fact = {
  name: 'grid_cell',
  columns: { since: 'date', until: 'date', is_covered: 'boolean' },
  rows: (scope) =>
    stretches(`
    with cell as (
      select c.pact_id, ${dayOf('g.created_at')} as made_on, w.covered_on
      from ${tableIn(scope, 'grid')} g join ${tableIn(scope, 'grid_cell')} c on c.pact_id = g.pact_id and c.grid_id = g.id
        left join (
          select x.pact_id, x.cell_id, min(m.entered_on) as covered_on
          from ${measures(scope)} join ${tableIn(scope, 'measure_cell')} x on x.pact_id = m.pact_id and x.measure_id = m.id
          where m.closed_on is null or m.closed_on > ${asOfIn(scope)} group by x.pact_id, x.cell_id
        ) w on w.pact_id = c.pact_id and w.cell_id = c.id
      where ${within(scope, 'g.pact_id')})
    select pact_id, made_on as since, covered_on as until, false as is_covered
    from cell
    union all
    select pact_id, greatest(made_on, covered_on), null, true from cell where covered_on is not null`),
};
