import { defineKind } from './define-kind.js';
import { employer } from './employer.js';
import { day, number, text } from './field.js';
import { needs, notBefore } from './rules.js';

/** Code of a kind of contract, as in the Italian mandatory communications. */
const CONTRACT_FORM = /^[A-Z]\.\d\d\.\d\d$/;

/** A time in work, from the first to the last day. */
export const employment = defineKind({
  kind: 'employment',
  title: { en: 'Employment spell of a participant', it: 'Rapporto di lavoro di un partecipante' },
  table: 'employment_spell',
  plural: 'employment_spells',
  fields: {
    startedOn: day({ required: true, label: { en: 'First day', it: 'Data di inizio' } }),
    plannedEndOn: day({
      label: { en: 'Agreed last day, as extended', it: 'Data di fine prevista, con le proroghe' },
      description: 'Agreed last day of a fixed-term contract, as extended.',
    }),
    endedOn: day({
      label: { en: 'Last day, empty while it lasts', it: 'Data di cessazione, vuota se è in corso' },
      description: 'Last day. Absent while the job lasts.',
    }),
    endReason: text({ max: 100, label: { en: 'How it ended', it: 'Motivo della cessazione' } }),
    contract: text({
      required: true,
      max: 7,
      pattern: CONTRACT_FORM,
      label: {
        en: 'Kind of contract: code of the mandatory communications',
        it: 'Tipologia contrattuale: codice delle comunicazioni obbligatorie',
      },
      description: 'Code of the Italian mandatory communications, such as A.01.00 (permanent).',
    }),
    hoursPerWeek: number({
      label: { en: 'Hours per week', it: 'Ore settimanali' },
      type: 'numeric',
      min: 0,
      max: 168,
      digits: 2,
    }),
    employer: employer({
      column: 'employer_key',
      label: { en: 'Employer: scheme and identifier', it: 'Datore di lavoro: schema e identificativo' },
      description: 'Kept as a keyed hash only.',
    }),
    sector: text({ max: 20, label: { en: 'ATECO code', it: 'Codice ATECO' }, description: 'ATECO code.' }),
  },
  rules: [
    notBefore('plannedEndOn', 'startedOn'),
    notBefore('endedOn', 'startedOn'),
    needs('endReason', 'endedOn'),
  ],
  example: {
    startedOn: '2025-05-01',
    plannedEndOn: '2025-10-31',
    contract: 'A.02.00',
    hoursPerWeek: 20.5,
    employer: { scheme: 'it-cf', value: '12345678903' },
    sector: '56.10.11',
  },
});
