import {
  Flag,
  Instant,
  Nested,
  NestedList,
  OneOf,
  OptionalBody,
  PageQuery,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform';
import { ISTAT_CODE, TERRITORY } from '../field-rules.js';
import { SYSTEMS, type System } from '../actor.rules.js';
import { COMPETENCE_CODES } from './competence.rules.js';
import { COVERAGES, type Coverage } from './coverage.rules.js';

const LABEL = { max: 200 };
const DETAIL = { max: 500, multiline: true, optional: true, description: 'More exactly, in own words.' };
const WHERE = {
  ...TERRITORY,
  description: 'ISTAT codes of the municipalities; none means wherever the actor, or the pact, is.',
};
const VERSION = { min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' };

class CompetenceLabels {
  @Text(LABEL)
  it: string;

  @Text(LABEL)
  en: string;
}

export class CompetenceKind {
  @OneOf(COMPETENCE_CODES)
  code: string;

  @Text({ ...LABEL, description: 'In the language asked for.' })
  label: string;

  @Nested(() => CompetenceLabels)
  labels: CompetenceLabels;
}

@OptionalBody()
export class CompetenceRequest {
  @Text(DETAIL)
  detail?: string;

  @TextList({ ...WHERE, optional: true })
  territory?: string[];
}

export class CompetenceAnswer {
  @OneOf(COMPETENCE_CODES)
  code: string;

  @Text(DETAIL)
  detail?: string;

  @TextList(WHERE)
  territory: string[];

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class CompetenceMapQuery extends PageQuery {
  @OneOf(COVERAGES, { optional: true })
  coverage?: Coverage;

  @Text({
    max: 6,
    pattern: ISTAT_CODE,
    optional: true,
    description: 'Only what is offered or missing there.',
  })
  municipality?: string;

  @OneOf(SYSTEMS, { optional: true, description: 'Only what members of this system offer.' })
  system?: System;
}

class OfferingMember {
  @Uuid()
  memberId: string;

  @Uuid()
  actorId: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(SYSTEMS)
  system: System;

  @Text(DETAIL)
  detail?: string;

  @TextList(WHERE)
  territory: string[];
}

/** Who can do it where, and where it is missing. */
export class CompetenceMapEntry {
  @OneOf(COMPETENCE_CODES)
  code: string;

  @OneOf(COVERAGES, {
    description:
      'covered: offered wherever it is needed; partly: in some of these places; missing: in none; ' +
      'not_needed: offered, and the pact has not asked for it.',
  })
  coverage: Coverage;

  @Flag()
  isNeeded: boolean;

  @Text({ ...DETAIL, description: 'What exactly the pact needs.' })
  need?: string;

  @NestedList(() => OfferingMember, { maxItems: 500, description: 'Members that offer it, by name.' })
  offeredBy: OfferingMember[];

  @Whole({ min: 0, max: 100_000, description: 'How many they are, also beyond those that are told.' })
  offers: number;

  @TextList({ ...TERRITORY, description: 'Municipalities where it is needed and nobody offers it.' })
  missingIn: string[];
}
