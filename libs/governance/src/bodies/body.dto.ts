import { Day, Flag, Instant, NestedList, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import {
  BODY_KINDS,
  BODY_LEVELS,
  BODY_ROLES,
  LINK_KINDS,
  type BodyKind,
  type BodyLevel,
  type BodyRole,
  type LinkKind,
} from './body.rules.js';

const NAME = { max: 200, example: 'Cabina di regia' };
const DESCRIPTION = { max: 5_000, multiline: true, optional: true };
const LINKS = {
  maxItems: 50,
  optional: true,
  description: 'Other bodies it works with, whatever their level; one link to each.',
};
const PARENT = { optional: true, description: 'The body it stands below; none for one at the top.' };
const CLOSED = { optional: true, description: 'Its last day.' };
const VOTING = { description: 'Whether it votes, and so counts for quorum and majority.' };
export const VERSION = { min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' };

export class BodyLinkDto {
  @Uuid()
  bodyId: string;

  @OneOf(LINK_KINDS)
  kind: LinkKind;
}

export class BodyRequest {
  @OneOf(BODY_KINDS)
  kind: BodyKind;

  @OneOf(BODY_LEVELS)
  level: BodyLevel;

  @Text(NAME)
  name: string;

  @Text(DESCRIPTION)
  description?: string;

  @Uuid(PARENT)
  parentBodyId?: string;

  @Day()
  openedOn: string;

  @Day(CLOSED)
  closedOn?: string;

  @NestedList(() => BodyLinkDto, LINKS)
  links?: BodyLinkDto[];
}

export class BodyPatch {
  @OneOf(BODY_LEVELS, { optional: true })
  level?: BodyLevel;

  @Text({ ...NAME, optional: true })
  name?: string;

  @Text({ ...DESCRIPTION, nullable: true })
  description?: string | null;

  @Uuid({ ...PARENT, nullable: true })
  parentBodyId?: string | null;

  @Day({ ...CLOSED, nullable: true })
  closedOn?: string | null;

  @NestedList(() => BodyLinkDto, LINKS)
  links?: BodyLinkDto[];
}

export class BodyAnswer extends BodyRequest {
  @Uuid()
  id: string;

  @NestedList(() => BodyLinkDto, { ...LINKS, optional: false })
  declare links: BodyLinkDto[];

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class BodyListQuery extends PageQuery {
  @OneOf(BODY_KINDS, { optional: true })
  kind?: BodyKind;

  @OneOf(BODY_LEVELS, { optional: true })
  level?: BodyLevel;

  @Uuid({ optional: true })
  parentBodyId?: string;

  @Text({ max: 200, optional: true, description: 'Part of the name.' })
  q?: string;
}

export class BodyMemberRequest {
  @Uuid()
  actorId: string;

  @OneOf(BODY_ROLES)
  role: BodyRole;

  @Flag(VOTING)
  voting: boolean;

  @Day()
  startsOn: string;

  @Day({ optional: true, description: 'Its last day in the body.' })
  endsOn?: string;
}

export class BodyMemberPatch {
  @OneOf(BODY_ROLES, { optional: true })
  role?: BodyRole;

  @Flag({ ...VOTING, optional: true })
  voting?: boolean;

  @Day({ optional: true, nullable: true })
  endsOn?: string | null;
}

export class BodyMemberAnswer extends BodyMemberRequest {
  @Uuid()
  id: string;

  @Uuid()
  bodyId: string;

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class BodyMemberListQuery extends PageQuery {
  @Day({ optional: true, description: 'Those in the body on this day.' })
  on?: string;

  @Uuid({ optional: true })
  actorId?: string;
}
