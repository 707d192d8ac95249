/** What a communication of a test says; the rest is what every one has. */
export interface Told {
  readonly event?: 'hire' | 'extension' | 'transformation' | 'cessation';
  readonly code?: string;
  readonly replaces?: string;
  readonly type?: '01' | '03' | '04';
  readonly sentAt?: string;
  readonly worker?: string;
  readonly employer?: string;
  readonly startedOn?: string;
  /** Of the terms, or of an extension the new one. */
  readonly endsOn?: string | undefined;
  readonly contract?: string;
  readonly on?: string;
  readonly reason?: string;
}

const WORKER = 'RSSMRA85T10A562S';
const EMPLOYER = '12345678903';

const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${value}"`;

function eventOf({
  event = 'hire',
  on,
  reason,
  endsOn,
  startedOn = '2025-03-01',
  contract = 'A.02.00',
}: Told): string {
  const terms = (ends: string | undefined): string =>
    `${attribute('dataInizio', startedOn)}${attribute('dataFine', ends)}${attribute('TipologiaContrattuale', contract)}`;
  const hours = '<tipoOrario codice="P" oreSettimanaliMedie="20"/>';
  switch (event) {
    case 'hire':
      return `<InizioRapporto${terms(endsOn)}>${hours}</InizioRapporto>`;
    case 'extension':
      return `<Proroga${attribute('dataFineProroga', endsOn)}><Contratto${terms(undefined)}>${hours}</Contratto></Proroga>`;
    case 'transformation':
      return `<Trasformazione${attribute('dataTrasformazione', on)}${attribute('codiceTrasformazione', reason)}><Contratto${terms(endsOn)}/></Trasformazione>`;
    case 'cessation':
      return `<Cessazione${attribute('dataCessazione', on)}${attribute('codiceCausa', reason)}><Contratto${terms(endsOn)}/></Cessazione>`;
  }
}

/** A communication as the programs of employers write it. */
export function unilav(told: Told): string {
  const { code, replaces, type = '01', sentAt = '2025-03-01T09:00:00+01:00', worker = WORKER } = told;
  return (
    `<UniLav xmlns="http://servizi.lavoro.gov.it/unilav"${attribute('codiceComunicazione', code ?? '0000000000000000')}` +
    `${attribute('codiceComunicazionePrec', replaces)}${attribute('dataInvio', sentAt)} versione="CO160201R1">` +
    `<DatoreLavoro codiceFiscale="${told.employer ?? EMPLOYER}" denominazione="Rossi &amp; Figli"><Settore>56.10.11</Settore></DatoreLavoro>` +
    `<Lavoratore><AnagraficaCompleta><cognome>Rossi</cognome><nome>Mària</nome><codice-fiscale>${worker}</codice-fiscale>` +
    `</AnagraficaCompleta></Lavoratore>${eventOf(told)}<TipoComunicazione>${type}</TipoComunicazione></UniLav>`
  );
}

/** Several in one file, with an element around them. */
export const unilavFile = (all: readonly Told[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Comunicazioni>\n${all.map(unilav).join('\n')}\n</Comunicazioni>\n`;
