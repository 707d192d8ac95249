import type { Label } from './label.js';
import type { Kind } from './principal.js';

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
