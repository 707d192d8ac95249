import { Instant, OneOf, PageQuery, Text, TextList, Uuid } from '#platform';
import { DELEGABLE } from './grant.rules.js';
import { KINDS, type Kind } from '../role.rules.js';
import { SCOPES } from '../scope.rules.js';
import { SUBJECT } from '../sign-in/subject.rules.js';

const SUBJECT_FIELD = {
  max: 255,
  pattern: SUBJECT,
  description: 'How the issuer names the person: `sub` of its access tokens.',
};
const NAME = { max: 120, optional: true, description: 'What the person is called in the lists of grants.' };
const ACTOR = {
  optional: true,
  description: 'The actor the person speaks for: required for members and case workers.',
};

const END = { optional: true, description: 'From this instant on it no longer holds.' };

/** What a coordinator may hand out in its pact. */
export class PactGrantRequest {
  @Text(SUBJECT_FIELD)
  subject: string;

  @OneOf(DELEGABLE)
  kind: Kind;

  @Uuid(ACTOR)
  actorId?: string;

  @Text(NAME)
  name?: string;

  @Instant(END)
  expiresAt?: string;
}

export class GrantRequest {
  @Text(SUBJECT_FIELD)
  subject: string;

  @OneOf(KINDS)
  kind: Kind;

  @Uuid({
    optional: true,
    description:
      'The pact it holds in. Administrators name none; auditors who name none are auditors of all.',
  })
  pactId?: string;

  @Uuid(ACTOR)
  actorId?: string;

  @Text(NAME)
  name?: string;

  @TextList(SCOPES)
  scopes?: string[];

  @Instant(END)
  expiresAt?: string;
}

export class PactGrantListQuery extends PageQuery {
  @Uuid({ optional: true, description: 'Grants of this person only. Addresses hold ids, never subjects.' })
  personId?: string;
}

export class GrantListQuery extends PactGrantListQuery {
  @Uuid({ optional: true, description: 'Grants in this pact only.' })
  pactId?: string;
}

export class GrantAnswer {
  @Uuid()
  id: string;

  @Text({ max: 500 })
  issuer: string;

  @Text({ max: 255 })
  subject: string;

  @Uuid({ description: 'Under this id what the person does is recorded.' })
  personId: string;

  @Text({ max: 120, optional: true })
  name?: string;

  @OneOf(KINDS)
  kind: Kind;

  @Uuid({ optional: true })
  pactId?: string;

  @Uuid({ optional: true })
  actorId?: string;

  @TextList({ maxItems: 50, max: 120 })
  scopes: string[];

  @Instant({ optional: true })
  expiresAt?: string;

  @Text({ max: 60 })
  createdBy: string;

  @Instant()
  createdAt: string;

  @Text({ max: 60, optional: true })
  revokedBy?: string;

  @Instant({ optional: true })
  revokedAt?: string;
}
