import { Instant, Nested, PageQuery, Uuid, Whole } from '#platform';

const COUNT = { min: 0, max: 2_147_483_647 };

export class RetentionRunListQuery extends PageQuery {}

class RemovedAnswer {
  @Whole({ ...COUNT, description: 'People of whom everything in a pact was removed.' })
  participants: number;

  @Whole({ ...COUNT, description: 'What was left of records that had been withdrawn.' })
  withdrawnRecords: number;

  @Whole({ ...COUNT, description: 'Earlier versions of records.' })
  history: number;

  @Whole({ ...COUNT, optional: true, description: 'What had been wrong with the data, and was corrected.' })
  findings?: number;

  @Whole({ ...COUNT, description: 'Stretches of up to 5,000 results of batches.' })
  batchResults: number;

  @Whole({ ...COUNT, description: 'Notes of who had looked at case data.' })
  accesses: number;

  @Whole({ ...COUNT, description: 'Answers remembered for idempotency keys.' })
  answers: number;
}

export class RetentionRunAnswer {
  @Uuid()
  id: string;

  @Instant()
  startedAt: string;

  @Instant()
  finishedAt: string;

  @Whole({ ...COUNT, description: 'Pacts that were looked through.' })
  pacts: number;

  @Nested(() => RemovedAnswer)
  removed: RemovedAnswer;

  @Whole({ ...COUNT, description: 'Hashes of identifiers that are still those of an earlier pepper.' })
  identitiesLeftBehind: number;
}
