/** Elements and attributes as they are found: names in lower case, without hyphens, an attribute like a child. */
export type Element = { readonly [name: string]: unknown };

/** A way to a value, as it is told, and by the names on it. */
export interface Way {
  readonly told: string;
  readonly names: readonly string[];
}
export type Ways = readonly Way[];

export const plain = (name: string): string => name.replace(/[-_]/g, '').toLowerCase();

const wayOf = (told: string): Way => ({ told, names: told.split('/').map(plain) });
const ways = (...all: readonly string[]): Ways => all.map(wayOf);

/** Where a communication says what: the ways that are tried, one after the other, names joined by `/`. */
export const ELEMENTS = {
  code: ways('codiceComunicazione'),
  previousCode: ways('codiceComunicazionePrecedente', 'codiceComunicazionePrec'),
  doing: ways('TipoComunicazione', 'TipoComunicazione/codice'),
  sentAt: ways('dataInvio', 'dataComunicazione'),
  employer: ways('DatoreLavoro/codiceFiscale', 'DatoreLavoro/AnagraficaCompleta/codice-fiscale'),
  sector: ways('DatoreLavoro/Settore', 'DatoreLavoro/Settore/codice'),
  worker: ways(
    'Lavoratore/AnagraficaCompleta/codice-fiscale',
    'Lavoratore/codice-fiscale',
    'Lavoratore/DatiAnagrafici/codice-fiscale',
  ),
};

/** What a communication is about, by the element that only such a one has. The first that is there decides. */
export const EVENT_ELEMENTS = {
  cessation: ways('Cessazione', 'Rapporto/Cessazione'),
  transformation: ways('Trasformazione', 'Rapporto/Trasformazione'),
  extension: ways('Proroga', 'Rapporto/Proroga'),
  hire: ways('InizioRapporto', 'Inizio', 'Rapporto/InizioRapporto', 'Rapporto/Inizio', 'Rapporto'),
};

/** In the element of the event. */
export const EVENT_DAY = {
  cessation: ways('dataCessazione', 'dataFine', 'data'),
  transformation: ways('dataTrasformazione', 'data'),
  extension: ways('dataFineProroga', 'dataFine'),
  hire: ways(),
};
export const END_REASON = ways('codiceCausa', 'codiceCausaCessazione', 'causa', 'motivo');
export const TRANSFORMATION = ways('codiceTrasformazione', 'codTrasformazione', 'codice');

/** Elements with the terms of the contract: that in the event, else one beside it. */
export const CONTRACT = wayOf('Contratto');
export const TERMS = ways(
  'Contratto',
  'InizioRapporto',
  'Rapporto/InizioRapporto',
  'Rapporto/Inizio',
  'Rapporto/Contratto',
  'Rapporto',
);
/** In the element of the terms. */
export const TERM = {
  startedOn: ways('dataInizio', 'dataInizioRapporto'),
  plannedEndOn: ways('dataFine', 'dataFineRapporto'),
  contract: ways('TipologiaContrattuale', 'TipologiaContrattuale/codice', 'tipoContratto'),
  hoursPerWeek: ways(
    'tipoOrario/oreSettimanaliMedie',
    'tipoOrario/oreSettimaniliMedie',
    'oreSettimanaliMedie',
  ),
};

/** Transformations after which a job has no end: from fixed term, apprenticeship, training and insertion. */
export const BECOMES_PERMANENT = new Set(['DI', 'AI', 'FI', 'II']);
export const PERMANENT_CONTRACT = /^A\.01\./;

/** `TipoComunicazione`; whatever else there is tells something new. */
export const DOING: ReadonlyMap<string, 'rectify' | 'annul'> = new Map([
  ['03', 'rectify'],
  ['04', 'annul'],
]);

/** What a communication has for a code before it has been given one. */
export const NO_CODE = /^0*$/;

/** The text at the end of a way, if there is any. Of elements that stand there twice the first counts. */
export function textAt(element: unknown, way: Way): string | undefined {
  const found = elementAt(element, way);
  const text = isElement(found) ? found['#text'] : found;
  const trimmed = typeof text === 'string' ? text.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}

export function elementAt(element: unknown, { names }: Way): unknown {
  let found: unknown = element;
  for (const name of names) {
    if (!isElement(found)) return undefined;
    const next = found[name];
    found = Array.isArray(next) ? next[0] : next;
  }
  return found;
}

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null;
