import { CADENCE } from '#governance';
import type { AlertRule } from '../alert-rule.js';

export const alert: AlertRule = {
  kind: 'verification_due',
  label: {
    it: 'Nell’ultimo anno il patto ha tenuto meno incontri di verifica di quanto si è dato come regola',
    en: 'In the last year the pact has held fewer verification meetings than its rule says',
  },
  subject: 'pact',
  due: `
    select p.id as subject_id, p.id::text as subject_key, null::uuid as actor_id,
      (greatest(p.starts_on, last.day) + interval '1 year')::date as since
    from pact p join ${CADENCE} c on c.pact_id = p.id left join lateral (
      select held_on as day from meeting
      where pact_id = p.id and kind = 'verification' and state in ('held', 'minuted') and held_on <= $2
      order by held_on desc offset greatest(c.verification_meetings_a_year - 1, 0) limit 1) last on true
    where p.id = $1 and c.verification_meetings_a_year > 0`,
};
