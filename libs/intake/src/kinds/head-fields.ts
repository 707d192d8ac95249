import { DAY_SCHEMA, type Form } from './field.js';
import { IDENTITY_SCHEMA } from './identity.js';
import type { Label } from './label.js';

export const EXTERNAL_ID_LENGTH = 200;
export const OPERATIONS = ['upsert', 'delete'] as const;

/** A field that every kind of record has; `row-reader.ts` checks them. */
export interface HeadField {
  readonly label: Label;
  readonly form: Form;
  readonly required: boolean;
  readonly schema: object;
  readonly allowed?: readonly string[];
}

export const HEAD_FIELDS: Readonly<Record<string, HeadField>> = {
  externalId: {
    label: {
      en: 'What the source calls this record',
      it: 'Identificativo del record nel sistema di origine',
    },
    form: 'text',
    required: true,
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: EXTERNAL_ID_LENGTH,
      description: 'What the source calls this record; unique among its records of the kind.',
    },
  },
  op: {
    label: {
      en: 'upsert to tell the record, delete to withdraw it',
      it: 'upsert per comunicare il record, delete per ritirarlo',
    },
    form: 'text',
    required: false,
    allowed: OPERATIONS,
    schema: {
      type: 'string',
      enum: OPERATIONS,
      default: 'upsert',
      description: 'A withdrawn record (`delete`) needs no other fields; its history is kept.',
    },
  },
  participant: {
    label: {
      en: 'The person: scheme it-cf and the tax code, or a scheme of your own',
      it: 'La persona: schema it-cf e codice fiscale, oppure uno schema proprio',
    },
    form: 'identity',
    required: true,
    schema: {
      ...IDENTITY_SCHEMA,
      description: 'Scheme `it-cf` is the Italian tax code. Hashed on arrival; never stored, logged or told.',
    },
  },
  confirmedOn: {
    label: { en: 'Last day the source vouches for', it: 'Ultimo giorno confermato dalla fonte' },
    form: 'day',
    required: false,
    schema: {
      ...DAY_SCHEMA,
      description:
        'The last day for which the source vouches for this. Older than what is stored: nothing changes.',
    },
  },
};
