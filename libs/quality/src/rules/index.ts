import {
  assessmentBeforeBirth,
  employmentBeforeBirth,
  labourStatusBeforeBirth,
  pathwayBeforeBirth,
  qualificationBeforeBirth,
  serviceBeforeBirth,
} from './before-birth.rule.js';
import { birthYearsDiffer } from './birth-years-differ.rule.js';
import { closedWithoutEnd } from './closed-without-end.rule.js';
import { employmentInTheFuture, pathwayInTheFuture } from './in-the-future.rule.js';
import type { QualityRule } from './quality-rule.js';
import { twoOpenPathways } from './two-open-pathways.rule.js';

/** What is looked for. That something ends before it starts is not: such a record is refused when it is pushed. */
export const RULES: readonly QualityRule[] = [
  pathwayBeforeBirth,
  employmentBeforeBirth,
  labourStatusBeforeBirth,
  qualificationBeforeBirth,
  assessmentBeforeBirth,
  serviceBeforeBirth,
  birthYearsDiffer,
  closedWithoutEnd,
  employmentInTheFuture,
  pathwayInTheFuture,
  twoOpenPathways,
];

export const RULE_CODES: readonly string[] = RULES.map(({ code }) => code);
