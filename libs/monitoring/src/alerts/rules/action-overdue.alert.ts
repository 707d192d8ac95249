import type { AlertRule } from '../alert-rule.js';

export const alert: AlertRule = {
  kind: 'action_overdue',
  label: {
    it: 'Un’azione decisa non è conclusa entro il suo termine',
    en: 'An action that was decided on has not come to its end in time',
  },
  subject: 'decision_action',
  due: `
    select id as subject_id, id::text as subject_key, responsible_actor_id as actor_id, due_on + 1 as since
    from decision_action where pact_id = $1 and ended_on is null`,
};
