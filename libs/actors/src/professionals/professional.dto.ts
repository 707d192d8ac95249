import {
  Day,
  Flag,
  Instant,
  NestedList,
  OneOf,
  OneOfList,
  PageQuery,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform';
import { EMAIL, ISTAT_CODE, PHONE, TERRITORY } from '../field-rules.js';
import { PROFESSIONAL_ROLES, type ProfessionalRole } from './professional.rules.js';

const NAME = { max: 200, example: 'Maria Bianchi' };
const ROLES = { maxItems: PROFESSIONAL_ROLES.length, minItems: 1 };
const MEMBER = { optional: true, description: 'The member it works for; none for one that works alone.' };
const UNTIL = { optional: true, description: 'Its last day in the register.' };
const WHERE = { ...TERRITORY, description: 'Municipalities (ISTAT) it works in; none means the whole pact.' };

class Qualification {
  @Text({ max: 200, example: 'Formatore di tutor per l’inserimento lavorativo' })
  title: string;

  @Text({ max: 200, optional: true })
  awardedBy?: string;

  @Day({ optional: true })
  awardedOn?: string;
}

class Endorsement {
  @Uuid({ description: 'The member that vouches.' })
  memberId: string;

  @Day()
  endorsedOn: string;
}

const QUALIFICATIONS = { maxItems: 30 };
const ENDORSEMENTS = { minItems: 1, maxItems: 50, description: 'Who vouches: one member at least.' };

export class ProfessionalRequest {
  @Text(NAME)
  name: string;

  @OneOfList(PROFESSIONAL_ROLES, ROLES)
  roles: ProfessionalRole[];

  @Uuid(MEMBER)
  memberId?: string;

  @Text({ ...EMAIL, optional: true, description: 'At work.' })
  email?: string;

  @Text({ ...PHONE, optional: true, description: 'At work.' })
  phone?: string;

  @NestedList(() => Qualification, QUALIFICATIONS)
  qualifications: Qualification[];

  @NestedList(() => Endorsement, ENDORSEMENTS)
  endorsements: Endorsement[];

  @TextList({ ...WHERE, optional: true })
  territory?: string[];

  @Day()
  registeredOn: string;

  @Day(UNTIL)
  untilOn?: string;
}

export class ProfessionalPatch {
  @Text({ ...NAME, optional: true })
  name?: string;

  @OneOfList(PROFESSIONAL_ROLES, { ...ROLES, optional: true })
  roles?: ProfessionalRole[];

  @Uuid({ ...MEMBER, nullable: true })
  memberId?: string | null;

  @Text({ ...EMAIL, optional: true, nullable: true })
  email?: string | null;

  @Text({ ...PHONE, optional: true, nullable: true })
  phone?: string | null;

  @NestedList(() => Qualification, { ...QUALIFICATIONS, optional: true })
  qualifications?: Qualification[];

  @NestedList(() => Endorsement, { ...ENDORSEMENTS, optional: true })
  endorsements?: Endorsement[];

  @TextList({ ...WHERE, optional: true })
  territory?: string[];

  @Day({ ...UNTIL, nullable: true })
  untilOn?: string | null;
}

export class ProfessionalAnswer extends ProfessionalRequest {
  @Uuid()
  id: string;

  @TextList(WHERE)
  declare territory: string[];

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class ProfessionalListQuery extends PageQuery {
  @OneOf(PROFESSIONAL_ROLES, { optional: true })
  role?: ProfessionalRole;

  @Uuid({ optional: true, description: 'Those that work for this member.' })
  memberId?: string;

  @Text({ max: 6, pattern: ISTAT_CODE, optional: true, description: 'Those that work there.' })
  municipality?: string;

  @Flag({ optional: true, description: 'Also those whose last day is over.' })
  includePast?: boolean;
}
