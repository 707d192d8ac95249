import type { Cut } from '../definition/definition.js';

/** By what is known of a person, whatever the pathway. */
export const PERSON_CUTS: readonly Cut[] = [
  ['sex'],
  ['education'],
  ['citizenship'],
  ['disability'],
  ['targetGroup'],
];

/** By the person and by the pathway; sex and age are also crossed, as most calls ask for. */
export const PATHWAY_CUTS: readonly Cut[] = [
  ...PERSON_CUTS,
  ['ageGroup'],
  ['entryStatus'],
  ['leadActor'],
  ['system'],
  ['measure'],
  ['accessPoint'],
  ['ageGroup', 'sex'],
];

/** The common indicators of the fund are told by sex, and by measure to whoever pays for it. */
export const FUND_CUTS: readonly Cut[] = [['sex'], ['measure']];

export const COMMITMENT_CUTS: readonly Cut[] = [['resourceKind'], ['system'], ['resourceKind', 'system']];
