import { AGREEMENT_LABELS } from './agreement.labels.js';
import type { Label } from './label.js';
import type { Permission } from './policy.rules.js';

/** The policy table, in plain words. */
export const PERMISSION_LABELS: Readonly<Record<Permission, Label>> = {
  'caller:read': {
    en: 'See who it is itself, and what it may do',
    it: 'Vedere chi si è e che cosa si può fare',
  },
  'api-key:manage': { en: 'Hand out, rotate and revoke keys', it: 'Dare, rinnovare e revocare le chiavi' },
  'grant:manage': {
    en: 'Give people their roles, in any pact',
    it: 'Dare alle persone i loro ruoli, in ogni patto',
  },
  'grant:delegate': {
    en: 'Give people the roles of members, observers and dashboards in a pact',
    it: 'Dare alle persone i ruoli di membro, osservatore e cruscotto in un patto',
  },
  'audit:read': {
    en: 'Read who changed what, and when',
    it: 'Leggere chi ha cambiato che cosa, e quando',
  },

  ...AGREEMENT_LABELS,
  'outcome:push': {
    en: 'Push outcome data under its own sources',
    it: 'Inviare dati sugli esiti, sotto le proprie fonti',
  },
  'outcome:read': {
    en: 'Read what became of each row of the batches it pushed itself',
    it: 'Leggere il riscontro riga per riga dei propri invii',
  },
  'outcome:count': {
    en: 'See which batches came in, with counts only (a partner: its own)',
    it: 'Vedere quali invii sono arrivati, con i soli conteggi (il sistema partner: i propri)',
  },
  'data-quality:read': {
    en: 'See how good the data of each source are, with counts only (a partner: its own)',
    it: 'Vedere la qualità dei dati di ogni fonte, con i soli conteggi (il sistema partner: i propri)',
  },
  'data-finding:read': {
    en: 'See which records do not fit, without whose they are (a partner: its own)',
    it: 'Vedere quali registrazioni non tornano, senza sapere di chi sono (il sistema partner: le proprie)',
  },
  'data-finding:settle': {
    en: 'Say what comes of a record that does not fit (a partner: of its own)',
    it: 'Dire che cosa si fa di una registrazione che non torna (il sistema partner: delle proprie)',
  },
  'record-kind:read': {
    en: 'Read which kinds of records can be pushed, and download their templates',
    it: 'Leggere quali tipi di record si possono inviare, e scaricarne i modelli',
  },
  'case-data:read': {
    en: 'Read the pathways its actor or access point answers for, and the people in them, for a stated purpose',
    it: 'Leggere i percorsi di cui risponde il suo attore o punto di accesso, e le persone che vi sono, per una finalità dichiarata',
  },
  'case-data-access:read': {
    en: 'See who has looked at case data, and why',
    it: 'Vedere chi ha consultato i dati dei casi, e perché',
  },
  'data-subject:serve': {
    en: 'Export and erase what is held on a person (only with the scope `data-subject:serve`)',
    it: 'Esportare e cancellare i dati di una persona (solo con lo scope `data-subject:serve`)',
  },
  'dead-letter:read': {
    en: 'See which jobs of the service failed for good',
    it: 'Vedere quali lavori del servizio sono falliti in modo definitivo',
  },
  'dead-letter:replay': {
    en: 'Have jobs done again that failed for good',
    it: 'Far ripetere i lavori falliti in modo definitivo',
  },
  'retention:read': {
    en: 'See what was removed because it had been kept long enough',
    it: 'Vedere che cosa è stato rimosso per scadenza dei termini di conservazione',
  },
  'indicator:read': {
    en: 'Read how indicators are defined and set for a pact',
    it: 'Leggere le definizioni degli indicatori e le regole del patto',
  },
  'indicator-settings:write': {
    en: 'Set the rules by which indicators count',
    it: 'Stabilire le regole di calcolo degli indicatori',
  },
  'target:write': { en: 'Set and remove targets', it: 'Fissare e togliere i valori obiettivo' },
  'figure:read': {
    en: 'Read figures; small groups are held back',
    it: 'Leggere i valori; i gruppi piccoli sono oscurati',
  },
  'alert:read': {
    en: 'See what is amiss, and who must act',
    it: 'Vedere che cosa non va, e chi deve agire',
  },
  'monitoring:read': {
    en: 'See when figures were computed, and why',
    it: 'Vedere quando e perché i valori sono stati calcolati',
  },
  'monitoring:run': { en: 'Have figures computed now', it: 'Far calcolare i valori subito' },
};
