import { ApiProperty } from '@nestjs/swagger';
import { Flag, Instant, Text, Uuid, Whole } from '../fields/index.js';
import { PageQuery } from '../http/paging.js';

const NAME = { max: 60, pattern: /^[A-Za-z0-9_-]+$/, optional: true };

export class DeadLetterListQuery extends PageQuery {
  @Text({ ...NAME, description: 'Only this kind of job.' })
  job?: string;

  @Text({ ...NAME, description: 'Only what failed in this way.' })
  code?: string;

  @Flag({
    optional: true,
    description: 'Only those that were given to the queue again, or only those that wait.',
  })
  replayed?: boolean;
}

export class ReplayRequest {
  @Text({ ...NAME, description: 'Only this kind of job.' })
  job?: string;

  @Text({ ...NAME, description: 'Only what failed in this way.' })
  code?: string;

  @Instant({ optional: true, description: 'Only what failed then or later.' })
  from?: string;

  @Instant({ optional: true, description: 'Only what failed before.' })
  to?: string;
}

export class ReplayAnswer {
  @Whole({ min: 0, max: 2_147_483_647, description: 'Jobs that were given to the queue again.' })
  replayed: number;
}

export class DeadLetterAnswer {
  @Uuid()
  id: string;

  @Text({ max: 60, description: 'The kind of job.' })
  job: string;

  @ApiProperty({
    type: 'object',
    maxProperties: 10,
    additionalProperties: { type: 'string', maxLength: 200 },
    description: 'What the job is about, as ids.',
  })
  data: Record<string, string>;

  @Text({ max: 60, description: 'In which way it failed last.' })
  code: string;

  @Whole({ min: 0, max: 2_147_483_647 })
  attempts: number;

  @Instant({ description: 'When it was given up first.' })
  since: string;

  @Instant({ description: 'When it was given up last.' })
  failedAt: string;

  @Instant({ optional: true })
  replayedAt?: string;

  @Text({ max: 200, optional: true, description: 'Who gave it to the queue again.' })
  replayedBy?: string;
}
