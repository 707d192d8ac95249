/** Elements and attributes as they are found: names in lower case, without hyphens, an attribute like a child. */
export type Element = { readonly [name: string]: unknown };

/** Where a communication says what: the ways that are tried, one after the other, names joined by `/`. */
export const ELEMENTS = {
  code: ['codiceComunicazione'],
  previousCode: ['codiceComunicazionePrecedente', 'codiceComunicazionePrec'],
  doing: ['TipoComunicazione', 'TipoComunicazione/codice'],
  sentAt: ['dataInvio', 'dataComunicazione'],
  employer: ['DatoreLavoro/codiceFiscale', 'DatoreLavoro/AnagraficaCompleta/codice-fiscale'],
  sector: ['DatoreLavoro/Settore', 'DatoreLavoro/Settore/codice'],
  worker: [
    'Lavoratore/AnagraficaCompleta/codice-fiscale',
    'Lavoratore/codice-fiscale',
    'Lavoratore/DatiAnagrafici/codice-fiscale',
  ],
} as const;

/** What a communication is about, by the element that only such a one has. The first that is there decides. */
export const EVENT_ELEMENTS = {
  cessation: ['Cessazione', 'Rapporto/Cessazione'],
  transformation: ['Trasformazione', 'Rapporto/Trasformazione'],
  extension: ['Proroga', 'Rapporto/Proroga'],
  hire: ['InizioRapporto', 'Inizio', 'Rapporto/InizioRapporto', 'Rapporto/Inizio', 'Rapporto'],
} as const;

/** In the element of the event. */
export const EVENT_DAY = {
  cessation: ['dataCessazione', 'dataFine', 'data'],
  transformation: ['dataTrasformazione', 'data'],
  extension: ['dataFineProroga', 'dataFine'],
  hire: [],
} as const;
export const END_REASON = ['codiceCausa', 'codiceCausaCessazione', 'causa', 'motivo'];
export const TRANSFORMATION = ['codiceTrasformazione', 'codTrasformazione', 'codice'];

/** Elements with the terms of the contract: that in the event, or one beside it. */
export const TERMS = [
  'Contratto',
  'InizioRapporto',
  'Rapporto/InizioRapporto',
  'Rapporto/Inizio',
  'Rapporto/Contratto',
  'Rapporto',
];
/** In the element of the terms. */
export const TERM = {
  startedOn: ['dataInizio', 'dataInizioRapporto'],
  plannedEndOn: ['dataFine', 'dataFineRapporto'],
  contract: ['TipologiaContrattuale', 'TipologiaContrattuale/codice', 'tipoContratto'],
  hoursPerWeek: ['tipoOrario/oreSettimanaliMedie', 'tipoOrario/oreSettimaniliMedie', 'oreSettimanaliMedie'],
} as const;

/** Transformations after which a job has no end: of fixed-term, apprenticeship, on-call and other contracts. */
export const BECOMES_PERMANENT = new Set(['DI', 'AI', 'FI', 'II', 'TI', 'SI']);
export const PERMANENT_CONTRACT = /^A\.01\./;

/** `TipoComunicazione`; whatever else there is tells something new. */
export const DOING: Readonly<Record<string, 'rectify' | 'annul'>> = { '03': 'rectify', '04': 'annul' };

/** What a communication has for a code before it has been given one. */
export const NO_CODE = /^0*$/;

export const plain = (name: string): string => name.replace(/[-_]/g, '').toLowerCase();

/** The text at the end of a way, if there is any. Of elements that stand there twice the first counts. */
export function textAt(element: unknown, way: string): string | undefined {
  const found = elementAt(element, way);
  const text = isElement(found) ? found['#text'] : found;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

export function elementAt(element: unknown, way: string): unknown {
  let found: unknown = element;
  for (const name of way.split('/')) {
    if (!isElement(found)) return undefined;
    const next = found[plain(name)];
    found = Array.isArray(next) ? next[0] : next;
  }
  return found;
}

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null;
