import type { Permission } from './policy.rules.js';
import type { Kind } from './principal.js';

interface Label {
  readonly en: string;
  readonly it: string;
}

/** What each kind of caller is for, in the words of those who hand out keys. */
export const KIND_LABELS: Readonly<Record<Kind, Label>> = {
  admin: {
    en: 'Runs the service for all pacts. Sees no records of people.',
    it: 'Gestisce il servizio per tutti i patti. Non vede i dati delle persone.',
  },
  coordinator: {
    en: 'Runs its pacts: agenda, members, settings, monitoring.',
    it: 'Segreteria tecnica: gestisce i suoi patti, con agenda, membri, regole e monitoraggio.',
  },
  member: {
    en: 'Speaks for one actor: signs, promises, delivers, confirms.',
    it: 'Parla per un attore: firma, si impegna, consegna, conferma.',
  },
  case_worker: {
    en: 'Works with people on behalf of one actor. Reads the pact, changes nothing of it.',
    it: 'Operatore di un attore, a contatto con le persone. Legge il patto e non lo modifica.',
  },
  observer: {
    en: 'A funder or evaluator: reads the pact, its members, commitments and figures. Changes nothing.',
    it: 'Finanziatore o valutatore: legge il patto, i membri, gli impegni e i valori. Non modifica nulla.',
  },
  partner: {
    en: 'A system that pushes outcome data, and reads what became of its own batches. Nothing else.',
    it: 'Sistema che invia gli esiti e legge il riscontro dei propri invii. Null’altro.',
  },
  dashboard: {
    en: 'A web page or report: figures and the public agenda.',
    it: 'Pagina web o rapporto: valori e agenda pubblica.',
  },
  auditor: {
    en: 'Reads all that concerns organisations, and counts of what concerns people. Changes nothing.',
    it: 'Revisore: legge tutto ciò che riguarda le organizzazioni, e solo conteggi sulle persone. Non modifica nulla.',
  },
};

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

  'actor:read': {
    en: 'Read organisations, with their contacts and services',
    it: 'Leggere le organizzazioni, con contatti e servizi',
  },
  'actor:write': {
    en: 'Register organisations, and change those that take part in no other pact',
    it: 'Registrare organizzazioni, e modificare quelle che non partecipano ad altri patti',
  },
  'pact:create': { en: 'Open a new pact', it: 'Aprire un nuovo patto' },
  'pact:read': {
    en: 'Read the pact: common agenda, territory, state',
    it: 'Leggere il patto: agenda comune, territorio, stato',
  },
  'pact-history:read': {
    en: 'Read every version of the text, drafts too, and why the state changed',
    it: 'Leggere ogni versione del testo, anche in bozza, e i motivi dei cambi di stato',
  },
  'pact:write': {
    en: 'Change the pact, write and publish its versions, move its state',
    it: 'Modificare il patto, scrivere e pubblicare le versioni, cambiarne lo stato',
  },
  'membership:read': {
    en: 'Read who is a member, who signed, who leaves',
    it: 'Leggere chi aderisce, chi ha firmato, chi recede',
  },
  'membership:write': {
    en: 'Admit members and change their role',
    it: 'Ammettere membri e cambiarne il ruolo',
  },
  'membership:sign': {
    en: 'Record a signature (a member: its own)',
    it: 'Registrare una firma (il membro: la propria)',
  },
  'membership:withdraw': {
    en: 'Announce a withdrawal (a member: its own)',
    it: 'Annunciare un recesso (il membro: il proprio)',
  },
  'agenda:read': {
    en: 'Read and draw problems, objectives, strategies, pillars and expected results',
    it: 'Leggere e disegnare problemi, obiettivi, strategie, pilastri e risultati attesi',
  },
  'agenda:write': {
    en: 'Write problems, objectives, strategies, pillars and expected results',
    it: 'Scrivere problemi, obiettivi, strategie, pilastri e risultati attesi',
  },
  'survey:read': {
    en: 'Read the SWOT analysis and the maps of the territory',
    it: "Leggere l'analisi SWOT e le mappe del territorio",
  },
  'survey:write': {
    en: 'Report what was found in the territory (a member: in the name of its actor)',
    it: 'Riportare ciò che si è rilevato nel territorio (il membro: a nome del proprio attore)',
  },
  'stakeholder:read': {
    en: 'Read who has a stake, how strong, and how aligned',
    it: 'Leggere chi è portatore di interesse, con quanta forza e quanto allineato',
  },
  'stakeholder:write': {
    en: 'Keep the stakeholders, and note how they stand',
    it: 'Tenere i portatori di interesse e annotare come si pongono',
  },
  'governance:read': {
    en: 'Read bodies, mandates, meetings, proposals, decisions and consultations',
    it: 'Leggere organismi, mandati, riunioni, proposte, decisioni e consultazioni',
  },
  'governance:write': {
    en: 'Set up bodies and mandates, hold meetings and consultations, follow decisions to their end',
    it: 'Istituire organismi e mandati, tenere riunioni e consultazioni, seguire le decisioni fino alla fine',
  },
  'attendance:record': {
    en: 'Record who attends a meeting (a member: that it is excused, or whom it delegates)',
    it: 'Registrare chi partecipa a una riunione (il membro: la propria assenza giustificata o la propria delega)',
  },
  'proposal:write': {
    en: 'Propose something to a body (a member: where it sits, in its own name)',
    it: 'Presentare proposte a un organismo (il membro: dove siede, in nome proprio)',
  },
  'vote:cast': {
    en: 'Vote (a member: for its own actor, or for those that delegated it)',
    it: 'Votare (il membro: per il proprio attore, o per chi lo ha delegato)',
  },
  'vote:read': { en: 'Read who voted how', it: 'Leggere chi ha votato come' },
  'decision-action:report': {
    en: 'Tell how the actions of a decision stand (a member: those it is responsible for)',
    it: 'Riferire come procedono le azioni di una decisione (il membro: quelle di cui è responsabile)',
  },
  'contribution:write': {
    en: 'Contribute to a consultation (a member: in its own name)',
    it: 'Contribuire a una consultazione (il membro: in nome proprio)',
  },
  'commitment:read': {
    en: 'Read commitments, deliveries and verdicts',
    it: 'Leggere impegni, consegne e riscontri',
  },
  'commitment:write': {
    en: 'Draft and negotiate commitments (only the promisor proposes, only a beneficiary agrees)',
    it: 'Redigere e negoziare impegni (propone solo il promittente, accetta solo il beneficiario)',
  },
  'delivery:record': {
    en: 'Record deliveries (only the promisor)',
    it: 'Registrare consegne (solo il promittente)',
  },
  'delivery:confirm': {
    en: 'Confirm or dispute deliveries (only who receives)',
    it: 'Confermare o contestare consegne (solo chi riceve)',
  },
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
