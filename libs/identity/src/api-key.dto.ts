import { Instant, OneOf, Text, TextList, Uuid, UuidList } from '#platform';
import { KINDS, type Kind } from './principal.js';

export class ApiKeyRequest {
  @Text({ max: 120, example: 'SIL Lombardia' })
  name: string;

  @OneOf(KINDS)
  kind: Kind;

  @UuidList({ maxItems: 500, description: 'The pacts the key may enter. Administrators enter all.' })
  pacts: string[];

  @Uuid({ optional: true, description: 'The actor it speaks for: required for members and case workers.' })
  actorId?: string;

  @TextList({
    maxItems: 50,
    max: 120,
    pattern: /^[a-z][a-z0-9:._-]*$/,
    optional: true,
    description:
      '`source:<code>` lets a partner push under that source; `access-point:<code>` lets a case worker see its cases.',
  })
  scopes?: string[];

  @Instant({ optional: true, description: 'From this instant on it no longer works.' })
  expiresAt?: string;
}

export class ApiKeyAnswer {
  @Uuid()
  id: string;

  @Text({ max: 120 })
  name: string;

  @OneOf(KINDS)
  kind: Kind;

  @UuidList({ maxItems: 500 })
  pacts: string[];

  @Uuid({ optional: true })
  actorId?: string;

  @TextList({ maxItems: 50, max: 120 })
  scopes: string[];

  @Instant({ optional: true })
  expiresAt?: string;

  @Instant({ optional: true })
  revokedAt?: string;

  @Instant()
  createdAt: string;
}

export class NewApiKeyAnswer extends ApiKeyAnswer {
  @Text({ max: 200, description: 'The token. It is shown now and never again.' })
  key: string;
}

export class MeAnswer {
  @Text({ max: 60 })
  id: string;

  @Text({ max: 120 })
  name: string;

  @OneOf(KINDS)
  kind: Kind;

  @UuidList({ maxItems: 500 })
  pacts: string[];

  @Uuid({ optional: true })
  actorId?: string;

  @TextList({ maxItems: 50, max: 120 })
  scopes: string[];

  @TextList({ maxItems: 200, max: 60, description: 'What this caller may do in its pacts.' })
  permissions: string[];
}
