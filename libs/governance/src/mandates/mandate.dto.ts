import { Day, Instant, Nested, OneOf, PageQuery, Text, TextList, Uuid, Whole } from '#platform';
import { VERSION } from '../bodies/body.dto.js';
import {
  MAJORITIES,
  MOST_DELEGATIONS,
  QUORUMS,
  TIES,
  type Majority,
  type Quorum,
  type Ties,
} from './mandate.rules.js';

const PURPOSE = { max: 5_000, multiline: true };
const POWERS = { maxItems: 50, max: 500, description: 'What it may decide, one power a line.' };
const REPORTS_TO = { optional: true, description: 'The body to which it reports.' };
const REPORTING = { max: 2_000, multiline: true, optional: true, description: 'How it reports, and when.' };
const QUORUM = { description: 'How many of the voting members of the day have to take part.' };
const MAJORITY = {
  description:
    'simple: more for than against. absolute: more than half of the voting members. two_thirds: of the votes for and ' +
    'against; two_thirds_of_members: of the voting members. unanimity: nobody against. Abstentions are no votes.',
};
const TIE = { description: 'What a tie comes to under a simple majority: nothing, or what the chair voted.' };
const DELEGATIONS = {
  min: 0,
  max: MOST_DELEGATIONS,
  description: 'How many members one member may represent in a meeting; 0: nobody may be represented.',
};
export const DECISION = {
  optional: true,
  description: 'The decision of the pact that this carries out.',
};

class MandateTerms {
  @Text(PURPOSE)
  purpose: string;

  @TextList(POWERS)
  powers: string[];

  @Day()
  startsOn: string;

  @Day()
  endsOn: string;

  @Uuid(REPORTS_TO)
  reportsToBodyId?: string;

  @Text(REPORTING)
  reporting?: string;

  @OneOf(QUORUMS, QUORUM)
  quorum: Quorum;

  @OneOf(MAJORITIES, MAJORITY)
  majority: Majority;

  @OneOf(TIES, TIE)
  ties: Ties;

  @Whole(DELEGATIONS)
  delegationsPerDelegate: number;
}

export class MandateRequest extends MandateTerms {
  @Uuid()
  bodyId: string;

  @Uuid(DECISION)
  decisionId?: string;
}

export class MandatePatch {
  @Text({ ...PURPOSE, optional: true })
  purpose?: string;

  @TextList({ ...POWERS, optional: true })
  powers?: string[];

  @Day({ optional: true })
  startsOn?: string;

  @Day({ optional: true })
  endsOn?: string;

  @Uuid({ ...REPORTS_TO, nullable: true })
  reportsToBodyId?: string | null;

  @Text({ ...REPORTING, nullable: true })
  reporting?: string | null;

  @OneOf(QUORUMS, { ...QUORUM, optional: true })
  quorum?: Quorum;

  @OneOf(MAJORITIES, { ...MAJORITY, optional: true })
  majority?: Majority;

  @OneOf(TIES, { ...TIE, optional: true })
  ties?: Ties;

  @Whole({ ...DELEGATIONS, optional: true })
  delegationsPerDelegate?: number;

  @Uuid(DECISION)
  decisionId?: string;
}

export class MandateAnswer extends MandateTerms {
  @Uuid()
  id: string;

  @Uuid()
  bodyId: string;

  @Uuid({ optional: true, description: 'The decision that made it what it says now.' })
  decisionId?: string;

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class MandateVersionAnswer {
  @Whole(VERSION)
  version: number;

  @Nested(() => MandateTerms)
  terms: MandateTerms;

  @Uuid(DECISION)
  decisionId?: string;

  @Text({ max: 200, description: 'The id of who did it.' })
  madeBy: string;

  @Instant()
  madeAt: string;
}

export class MandateListQuery extends PageQuery {
  @Uuid({ optional: true })
  bodyId?: string;

  @Day({ optional: true, description: 'Those in force on this day.' })
  on?: string;

  @Day({ optional: true, description: 'Those that end before this day.' })
  endsBefore?: string;
}
