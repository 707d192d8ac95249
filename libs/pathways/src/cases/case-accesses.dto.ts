import { Instant, OneOf, PageQuery, Text, Uuid, UuidList } from '#platform';
import { PURPOSES } from './case-access.js';

const MOST_PEOPLE = 100;

export class CaseAccessListQuery extends PageQuery {
  @Uuid({ optional: true, description: 'Only what was shown of this participant.' })
  participantId?: string;

  @Text({ max: 200, optional: true, description: 'Only what this caller has seen.' })
  principalId?: string;

  @Text({ max: 60, optional: true, pattern: /^[a-z_]+$/, description: 'Only this operation.' })
  operation?: string;

  @OneOf(PURPOSES, { optional: true })
  purpose?: string;
}

export class CaseAccessAnswer {
  @Uuid()
  id: string;

  @Instant()
  at: string;

  @Text({ max: 200, description: 'Who looked, as `/v1/me` tells its id.' })
  principalId: string;

  @Text({ max: 60, description: 'The operation, by its id in this document.' })
  operation: string;

  @OneOf(PURPOSES)
  purpose: string;

  @UuidList({
    maxItems: MOST_PEOPLE,
    unique: false,
    description: 'Whose data was shown. Who has been erased since is all zeros.',
  })
  participants: string[];

  @Text({ max: 64, description: 'The request, as its answer named it.' })
  requestId: string;
}
