import type { Label } from './label.js';
import type { Permission } from './policy.rules.js';

/** What concerns the pact: who takes part, why, who decides, what each gives, what is done and paid. */
export const AGREEMENT_LABELS = {
  'actor:read': {
    en: 'Read organisations, with their contacts and services',
    it: 'Leggere le organizzazioni, con contatti e servizi',
  },
  'actor:write': {
    en: 'Register organisations, and change those that take part in no other pact',
    it: 'Registrare organizzazioni, e modificare quelle che non partecipano ad altri patti',
  },
  'competence:read': {
    en: 'See who in the pact can do what, where, and what is missing',
    it: 'Vedere chi nel patto sa fare che cosa, dove, e che cosa manca',
  },
  'competence-need:write': {
    en: 'Say which competences the pact needs',
    it: 'Dire di quali competenze il patto ha bisogno',
  },
  'service-directory:read': {
    en: 'Export the services of the members for other directories',
    it: 'Esportare i servizi dei membri per altre banche dati',
  },
  'professional:read': {
    en: 'Read the register of professionals: names, qualifications, who vouches',
    it: 'Leggere l’albo dei professionisti: nomi, qualifiche, garanti',
  },
  'professional:write': {
    en: 'Enter professionals into the register, and erase them',
    it: 'Iscrivere professionisti all’albo, e cancellarli',
  },
  'template:read': {
    en: 'Read templates of plans, and the prompts of the pact',
    it: 'Leggere i modelli di piano e le domande guida del patto',
  },
  'template:export': {
    en: 'Read which templates were applied, and the pact as one, without its data: agenda, bodies, mandates, plan',
    it: 'Leggere quali modelli sono stati applicati, e il patto come modello, senza i suoi dati: agenda, organismi, mandati, piano',
  },
  'template:apply': {
    en: 'Apply a template to the pact, and remove its prompts',
    it: 'Applicare un modello al patto, e toglierne le domande guida',
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
  'plan:read': {
    en: 'Read the plan: measures, funding and what it has come to, grids, open questions',
    it: 'Leggere il piano: misure, finanziamenti e quanto ne è stato speso, griglie, questioni aperte',
  },
  'plan:write': {
    en: 'Make and move measures, fund them, make grids',
    it: 'Redigere le misure e cambiarne lo stato, finanziarle, comporre griglie',
  },
  'plan:record': {
    en: 'Record progress, expenditures and vouchers (a member: where its unit is responsible)',
    it: 'Registrare avanzamento, spese e buoni (il membro: dove è responsabile una sua unità)',
  },
  'plan-record:read': {
    en: 'Read the records of the plan: payments, moves and progress, with their notes and who made them',
    it: 'Leggere le registrazioni del piano: spese, passaggi di stato e avanzamento, con le note e chi le ha fatte',
  },
  'voucher:read': {
    en: 'Read vouchers, and what became of them',
    it: 'Leggere i buoni e che cosa ne è stato',
  },
  'funding-source:read': {
    en: 'Read funding programmes and calls',
    it: 'Leggere programmi di finanziamento e avvisi',
  },
  'funding-source:create': {
    en: 'Name funding programmes and calls',
    it: 'Inserire programmi di finanziamento e avvisi',
  },
  'funding-source:write': {
    en: 'Change funding programmes and calls, for all pacts',
    it: 'Modificare programmi di finanziamento e avvisi, per tutti i patti',
  },
} as const satisfies Partial<Record<Permission, Label>>;
