import { tableIn, within, type Fact } from './fact.js';

/** One row per consultation that has come to its end, with its synthesis. */
export const consultationFact: Fact = {
  name: 'consultation',
  columns: { ended_on: 'date', kind: 'text' },
  rows: (scope) => `
    select pact_id, ends_on as ended_on, kind from ${tableIn(scope, 'consultation')}
    where ${within(scope, 'pact_id')} and state = 'closed'`,
};
