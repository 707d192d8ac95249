import { Instant, OneOf, Text, TextList, Uuid, UuidList, Whole } from '#platform';
import { LONGEST_OVERLAP_SECONDS } from './api-key.rules.js';
import { KINDS, type Kind } from '../principal.js';
import { SCOPES } from '../scope.rules.js';

export class ApiKeyRequest {
  @Text({ max: 120, example: 'SIL Lombardia' })
  name: string;

  @OneOf(KINDS)
  kind: Kind;

  @UuidList({
    maxItems: 500,
    description:
      'The pacts the key may enter. Administrators name none and enter all; so do auditors who name none.',
  })
  pacts: string[];

  @Uuid({ optional: true, description: 'The actor it speaks for: required for members and case workers.' })
  actorId?: string;

  @TextList(SCOPES)
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

  @Instant({ optional: true, description: 'To about a minute; absent while it was never used.' })
  lastUsedAt?: string;

  @Instant({ optional: true, description: 'After a rotation: until then the secret before works too.' })
  olderSecretUntil?: string;

  @Instant()
  createdAt: string;
}

export class NewApiKeyAnswer extends ApiKeyAnswer {
  @Text({
    max: 200,
    description:
      'The token. It is shown now and never again, but to a repeat of this very request under its Idempotency-Key.',
  })
  key: string;
}

export class RotationRequest {
  @Whole({
    min: 0,
    max: LONGEST_OVERLAP_SECONDS,
    optional: true,
    description:
      'How long the secret so far goes on working; a day unless told. 0 ends every earlier one now.',
  })
  overlapSeconds?: number;
}
