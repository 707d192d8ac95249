import { asOfIn, tableIn, within, type Fact } from './fact.js';

/** One row per proposal that is being decided or was adopted, with the day on which it was. */
export const proposalFact: Fact = {
  name: 'proposal',
  columns: { submitted_on: 'date', decided_on: 'date' },
  rows: (scope) => `
    select p.pact_id, p.submitted_on, d.decided_on
    from ${tableIn(scope, 'proposal')} p
      left join ${tableIn(scope, 'decision')} d on d.pact_id = p.pact_id and d.proposal_id = p.id
    where ${within(scope, 'p.pact_id')} and (p.state = 'open' or d.id is not null)`,
};

/** One row per decision, with what had become of it by the end of the as-of day. */
export const decisionFact: Fact = {
  name: 'decision',
  columns: { decided_on: 'date', state: 'text' },
  rows: (scope) => `
    select pact_id, decided_on, case when ended_on <= ${asOfIn(scope)} then state else 'open' end as state
    from ${tableIn(scope, 'decision')} where ${within(scope, 'pact_id')}`,
};
