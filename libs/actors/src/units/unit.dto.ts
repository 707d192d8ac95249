import { Instant, Text, Uuid, Whole } from '#platform';

const NAME = { max: 200, example: 'Settore politiche sociali' };

export class UnitRequest {
  @Text(NAME)
  name: string;
}

export class UnitPatch {
  @Text({ ...NAME, optional: true })
  name?: string;
}

export class UnitAnswer extends UnitRequest {
  @Uuid()
  id: string;

  @Uuid()
  actorId: string;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}
