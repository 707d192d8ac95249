import { CADENCE } from '#governance';
import type { AlertRule } from '../alert-rule.js';

/** Of each body that goes on, the last mandate there is: once it nears its end, somebody has to give another. */
export const alert: AlertRule = {
  kind: 'mandate_ending',
  label: {
    it: 'Il mandato di un organismo sta per scadere, o è scaduto, e nessun altro gli succede',
    en: 'The mandate of a body is about to end, or has ended, and no other follows it',
  },
  subject: 'mandate',
  due: `
    select last.id as subject_id, last.id::text as subject_key, null::uuid as actor_id,
      last.ends_on - c.mandate_notice_days as since
    from ${CADENCE} c join body b on b.pact_id = c.pact_id join lateral (
      select id, ends_on from mandate m where m.pact_id = b.pact_id and m.body_id = b.id
      order by ends_on desc limit 1) last on true
    where c.pact_id = $1 and (b.closed_on is null or b.closed_on > greatest(last.ends_on, $2::date))`,
};
