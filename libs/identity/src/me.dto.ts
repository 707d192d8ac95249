import { NestedList, OneOf, Text, TextList, Uuid, UuidList } from '#platform';
import { KINDS, type Kind } from './role.rules.js';

export class RoleAnswer {
  @OneOf(KINDS)
  kind: Kind;

  @UuidList({ maxItems: 500, description: 'Where; empty for one that is everywhere.' })
  pacts: string[];

  @Uuid({ optional: true, description: 'The actor it speaks for.' })
  actorId?: string;

  @TextList({ maxItems: 50, max: 120 })
  scopes: string[];

  @TextList({ maxItems: 200, max: 60, description: 'What this role may do in its pacts.' })
  permissions: string[];
}

export class MeAnswer {
  @Text({ max: 60 })
  id: string;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 500, optional: true, description: 'Who vouches for this person.' })
  issuer?: string;

  @Text({ max: 255, optional: true, description: 'How the issuer names it: tell this to be given a role.' })
  subject?: string;

  @NestedList(() => RoleAnswer, { maxItems: 1_000 })
  roles: RoleAnswer[];

  @OneOf(KINDS, { optional: true, description: 'When there is one role: its kind.' })
  kind?: Kind;

  @UuidList({ maxItems: 500, description: 'Of all roles together.' })
  pacts: string[];

  @Uuid({ optional: true, description: 'When there is one role: its actor.' })
  actorId?: string;

  @TextList({ maxItems: 1_000, max: 120, description: 'Of all roles together.' })
  scopes: string[];

  @TextList({ maxItems: 200, max: 60, description: 'Of all roles together.' })
  permissions: string[];
}
