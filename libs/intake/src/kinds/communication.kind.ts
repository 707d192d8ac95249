import { checkText } from '#platform';
import { defineKind, type JsonObject, type Rule } from './define-kind.js';
import { employer } from './employer.js';
import { employment } from './employment.kind.js';
import { day, flag, oneOf, told, type Options, type RecordField } from './field.js';
import { needs, notBefore } from './rules.js';

const EVENTS = ['hire', 'extension', 'transformation', 'cessation'] as const;
const DOINGS = ['tell', 'rectify', 'annul'] as const;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const HASH = /^[0-9a-f]{64}$/;

/** Cells are written as PostgreSQL writes the same instant in UTC. */
const instant = (options: Options): RecordField => ({
  ...told(options, { type: 'string', format: 'date-time' }),
  form: 'text',
  type: 'timestamptz',
  check: checkText({ max: 24, pattern: INSTANT }),
  cell: (value) => (value as string).replace('T', ' ').replace(/\.?0*Z$/, '+00'),
});

const keyedHash = (options: Options): RecordField => ({
  ...told(options, { type: 'string', pattern: HASH.source }),
  form: 'text',
  type: 'text',
  check: checkText({ max: 64, pattern: HASH }),
  cell: (value) => value as string,
});

const has = (name: string, values: readonly string[]) => (record: JsonObject) =>
  values.includes(String(record[name]));

/** What an event, or what is done about it, cannot be without. */
const asks = (name: string, when: (record: JsonObject) => boolean): Rule => ({
  pointer: `/${name}`,
  code: 'required',
  detail: 'This is required of a communication of this sort.',
  isBroken: (record) => when(record) && (record[name] === undefined || record[name] === null),
});

const { plannedEndOn, endedOn, endReason, hoursPerWeek, sector, contract } = employment.fields as {
  readonly [
    name in 'plannedEndOn' | 'endedOn' | 'endReason' | 'hoursPerWeek' | 'sector' | 'contract'
  ]: RecordField;
};

/**
 * A mandatory communication about an employment relation, without who is in it. It is read from XML only; the spell that
 * follows from all communications of its relation is what the figures see.
 */
export const communication = defineKind({
  kind: 'communication',
  title: { en: 'Mandatory communication', it: 'Comunicazione obbligatoria' },
  table: 'employment_communication',
  plural: 'communications',
  fields: {
    relation: keyedHash({ required: true, label: { en: 'Relation', it: 'Rapporto' } }),
    event: oneOf(EVENTS, { required: true, label: { en: 'What it tells', it: 'Tipo di evento' } }),
    doing: oneOf(DOINGS, {
      required: true,
      label: { en: 'New, corrected or annulled', it: 'Nuova, rettifica o annullamento' },
    }),
    replaces: keyedHash({ label: { en: 'Communication before', it: 'Comunicazione precedente' } }),
    sentAt: instant({ label: { en: 'Sent', it: 'Data di invio' } }),
    startedOn: day({ required: true, label: { en: 'First day', it: 'Data di inizio' } }),
    plannedEndOn: plannedEndOn,
    transformedOn: day({ label: { en: 'Day of the transformation', it: 'Data della trasformazione' } }),
    becomesPermanent: flag({ label: { en: 'Has no end from now on', it: 'Diventa a tempo indeterminato' } }),
    endedOn,
    endReason,
    contract: { ...contract, required: false },
    hoursPerWeek,
    employer: employer({
      required: true,
      column: 'employer_key',
      label: { en: 'Employer', it: 'Datore di lavoro' },
    }),
    sector,
  },
  rules: [
    asks('replaces', has('doing', ['rectify', 'annul'])),
    asks('contract', has('event', ['hire'])),
    asks('plannedEndOn', has('event', ['extension'])),
    asks('transformedOn', has('event', ['transformation'])),
    asks('endedOn', has('event', ['cessation'])),
    notBefore('plannedEndOn', 'startedOn'),
    notBefore('transformedOn', 'startedOn'),
    notBefore('endedOn', 'startedOn'),
    needs('endReason', 'endedOn'),
  ],
  example: { event: 'hire', doing: 'tell', startedOn: '2025-05-01', contract: 'A.01.00' },
});
