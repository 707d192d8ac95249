/** Sources that have reported on the pact `$1`, and those that are known to report on it. */
export const COVERAGE = `
  select count(distinct source) filter (where status in ('succeeded', 'partial'))::int as reported,
    count(distinct source)::int as expected
  from outcome_batch where pact_id = $1 and not dry_run`;
