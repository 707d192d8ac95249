import { isOrganisationTaxCode } from '#actors';
import { normaliseIdentifier, TAX_CODE_SCHEME, type Pseudonyms } from '#pathways';
import type { JsonObject } from '../../kinds/define-kind.js';
import { communication } from '../../kinds/communication.kind.js';
import { ConvertedRow, Unreadable } from '../../rows/row.js';
import { Document, type Event } from './document.js';
import * as known from './elements.js';

const NO_EVENT = new Unreadable({
  pointer: '/event',
  code: 'required',
  detail: 'None of InizioRapporto, Proroga, Trasformazione and Cessazione is there.',
});
const NOT_AN_EMPLOYER = new Unreadable({
  pointer: '/employer/value',
  code: 'tax-code',
  detail: 'This is not a valid Italian tax code.',
  element: known.ELEMENTS.employer[0]!.told,
});

/** Makes a record of what stands in a communication: the codes of people and firms go no further than here. */
export class CommunicationReader {
  constructor(private readonly pseudonyms: Pseudonyms) {}

  read(root: known.Element): ConvertedRow | Unreadable {
    const document = Document.of(root);
    if (document === undefined) return NO_EVENT;
    const worker = document.get('/participant/value', known.ELEMENTS.worker);
    const employer = document.get('/employer/value', known.ELEMENTS.employer);
    if (employer !== undefined && !isTaxCode(employer)) return NOT_AN_EMPLOYER;
    const said = given({
      ...this.about(document),
      ...termsIn(document),
      ...EVENTS[document.event](document),
    });
    const key = [employer, worker].map((code) => code?.replace(/\s/g, '').toUpperCase());
    const relation = this.hash('relation', [...key, said['startedOn']]);
    const record = given({
      ...said,
      relation,
      externalId: this.keyOf(document, [relation, JSON.stringify(said)]),
      participant: identity(worker),
      employer: identity(employer),
    });
    return new ConvertedRow(communication, record, ({ pointer }) => document.placeOf(pointer));
  }

  /** What does not depend on what it is about. */
  private about(document: Document): JsonObject {
    const doing = known.DOING.get(document.get('/doing', known.ELEMENTS.doing) ?? '') ?? 'tell';
    const previous = document.get('/replaces', known.ELEMENTS.previousCode);
    return {
      event: document.event,
      doing,
      replaces: doing !== 'tell' && isCode(previous) ? this.hash('communication', [previous]) : undefined,
      sentAt: instantOf(document.get('/sentAt', known.ELEMENTS.sentAt)),
      sector: document.get('/sector', known.ELEMENTS.sector),
    };
  }

  /** Its code, or what it says as long as it has none: so the same one is known again. */
  private keyOf(document: Document, said: readonly string[]): string {
    const code = document.get('/externalId', known.ELEMENTS.code);
    return isCode(code) ? this.hash('communication', [code]) : this.hash('unnumbered', said);
  }

  /** Each purpose has its own hashes: a code of one sort never equals one of another. */
  private hash(purpose: string, parts: readonly unknown[]): string {
    return this.pseudonyms.ofWork([purpose, ...parts.map(String)].join('|'));
  }
}

const termsIn = (document: Document): JsonObject => ({
  startedOn: dayOf(document.inTerms('/startedOn', known.TERM.startedOn)),
  plannedEndOn: dayOf(document.inTerms('/plannedEndOn', known.TERM.plannedEndOn)),
  contract: document.inTerms('/contract', known.TERM.contract)?.toUpperCase(),
  hoursPerWeek: hoursOf(document.inTerms('/hoursPerWeek', known.TERM.hoursPerWeek)),
});

/** What each event says besides the terms, or in their place. */
const EVENTS: { readonly [event in Event]: (document: Document) => JsonObject } = {
  hire: () => ({}),
  extension: (document) => ({ plannedEndOn: eventDay(document, '/plannedEndOn') }),
  transformation: (document) => ({
    transformedOn: eventDay(document, '/transformedOn'),
    becomesPermanent: isPermanent(document) || undefined,
  }),
  cessation: (document) => ({
    endedOn: eventDay(document, '/endedOn'),
    endReason: document.inEvent('/endReason', known.END_REASON),
  }),
};

const eventDay = (document: Document, pointer: string): string | undefined =>
  dayOf(document.inEvent(pointer, known.EVENT_DAY[document.event]));

function isPermanent(document: Document): boolean {
  const code = document.inEvent('/becomesPermanent', known.TRANSFORMATION)?.toUpperCase() ?? '';
  const contract = document.inTerms('/contract', known.TERM.contract) ?? '';
  return known.BECOMES_PERMANENT.has(code) || known.PERMANENT_CONTRACT.test(contract);
}

const given = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const identity = (value: string | undefined) => value && { scheme: TAX_CODE_SCHEME, value };

const isCode = (code: string | undefined): code is string => code !== undefined && !known.NO_CODE.test(code);

const isTaxCode = (code: string): boolean =>
  isOrganisationTaxCode(code.replace(/\s/g, '')) || normaliseIdentifier(TAX_CODE_SCHEME, code) !== undefined;

/** Schemas say `xs:date`; some programs add a time or a zone, which a day does not have. */
const dayOf = (text: string | undefined): string | undefined => text?.replace(/(T.*|Z|[+-]\d\d:\d\d)$/, '');

function hoursOf(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  const hours = Number(text.replace(',', '.'));
  if (Number.isNaN(hours)) return text;
  return hours === 0 ? undefined : hours;
}

/** Only to tell what was sent later: without a zone it is taken for UTC. */
function instantOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
  const hasZone = /(Z|[+-]\d\d:\d\d)$/.test(text) || text.length === 'YYYY-MM-DD'.length;
  const time = Date.parse(hasZone ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
