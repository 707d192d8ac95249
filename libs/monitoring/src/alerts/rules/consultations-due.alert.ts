import { CADENCE } from '#governance';
import type { AlertRule } from '../alert-rule.js';

/** Within any twelve months so many consultations: the last but so many must be younger than a year. */
export const alert: AlertRule = {
  kind: 'consultations_due',
  label: {
    it: 'Nell’ultimo anno il patto ha consultato meno di quanto si è dato come regola',
    en: 'In the last year the pact has consulted less than its rule says',
  },
  subject: 'pact',
  due: `
    select p.id as subject_id, p.id::text as subject_key, null::uuid as actor_id,
      (greatest(p.starts_on, last.day) + interval '1 year')::date as since
    from pact p join ${CADENCE} c on c.pact_id = p.id left join lateral (
      select ends_on as day from consultation where pact_id = p.id and state = 'closed' and ends_on <= $2
      order by ends_on desc offset greatest(c.consultations_a_year - 1, 0) limit 1) last on true
    where p.id = $1 and c.consultations_a_year > 0`,
};
