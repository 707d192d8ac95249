import { ApiPropertyOptional } from '@nestjs/swagger';
import { Instant, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';

const HASH = { max: 64, pattern: /^[0-9a-f]{64}$/ };
const ID = { max: 200, pattern: /^[\x21-\x7e]+$/ };
const ROW = { type: 'object', additionalProperties: true } as const;

export class AuditQuery extends PageQuery {
  @Uuid({ optional: true, description: 'The pact. Without one: what all pacts share, for administrators.' })
  pactId?: string;

  @Text({
    max: 60,
    pattern: /^[a-z_]+$/,
    optional: true,
    description: 'What kind of thing, such as `commitment`.',
  })
  entity?: string;

  @Text({ ...ID, optional: true, description: 'Which one. Its parts are told too.' })
  entityId?: string;

  @Text({ ...ID, optional: true, description: 'Who did it: the id of a caller.' })
  principal?: string;

  @Instant({ optional: true, description: 'From this instant on.' })
  from?: string;

  @Instant({ optional: true, description: 'Up to this instant, which is not part of it.' })
  to?: string;
}

export class AuditEntryAnswer {
  @Whole({ min: 1, max: Number.MAX_SAFE_INTEGER, description: 'Its place in the chain, without gaps.' })
  seq: number;

  @Instant()
  at: string;

  @Text({
    max: 200,
    description: 'Who: the id of a caller, `patti` for its own jobs, `login:…` for the database.',
  })
  principal: string;

  @Text({ max: 200, optional: true, description: 'The `X-Request-Id` it happened in.' })
  request?: string;

  @Text({ max: 60 })
  entity: string;

  @Text({ max: 200 })
  entityId: string;

  @OneOf(['insert', 'update', 'delete'])
  action: string;

  @ApiPropertyOptional({ ...ROW, description: 'As it was. Of a change, only what became different.' })
  before?: object;

  @ApiPropertyOptional({
    ...ROW,
    description: 'As it became. What may be personal shows `{"withheld": true}`.',
  })
  after?: object;

  @Text({ ...HASH, description: 'The hash of the entry before.' })
  prevHash: string;

  @Text({ ...HASH, description: 'SHA-256 of the hash before and all fields: docs/audit.md.' })
  hash: string;
}
