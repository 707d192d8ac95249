import { bytesCell } from '#pathways';
import { told, type Options, type RecordField } from './field.js';
import { checkIdentity, composed, IDENTITY_SCHEMA, type Identity } from './identity.js';

/** A firm, kept as a keyed hash only: enough to tell whether two jobs were with the same one. */
export const employer = (options: Options & { readonly column: string }): RecordField => ({
  ...told(options, IDENTITY_SCHEMA),
  form: 'identity',
  type: 'bytea',
  column: options.column,
  check: checkIdentity,
  cell: (value, pseudonyms) => {
    const { scheme, value: identifier } = value as Identity;
    return bytesCell(pseudonyms.ofEmployer(scheme, composed(identifier).trim().toUpperCase()));
  },
});
