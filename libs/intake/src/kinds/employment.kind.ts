import { defineKind } from './define-kind.js';
import { day, employer, number, text } from './field.js';
import { needs, notBefore } from './rules.js';

/** A time in work, from the first to the last day. */
export const employment = defineKind({
  kind: 'employment',
  title: 'Employment spell of a participant',
  table: 'employment_spell',
  plural: 'employment_spells',
  fields: {
    startedOn: day({ required: true }),
    plannedEndOn: day({ description: 'Agreed last day of a fixed-term contract, as extended.' }),
    endedOn: day({ description: 'Last day. Absent while the job lasts.' }),
    endReason: text({ max: 100 }),
    contract: text({
      required: true,
      max: 7,
      pattern: /^[A-Z]\.\d\d\.\d\d$/,
      description: 'Code of the Italian mandatory communications, such as A.01.00 (permanent).',
    }),
    hoursPerWeek: number({ type: 'numeric', min: 0, max: 168, digits: 2 }),
    employer: employer({ column: 'employer_key', description: 'Kept as a keyed hash only.' }),
    sector: text({ max: 20, description: 'ATECO code.' }),
  },
  rules: [
    notBefore('plannedEndOn', 'startedOn'),
    notBefore('endedOn', 'startedOn'),
    needs('endReason', 'endedOn'),
  ],
});
