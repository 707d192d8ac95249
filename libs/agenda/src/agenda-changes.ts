import { Injectable } from '@nestjs/common';
import { PactsService } from '#pacts';
import { Database } from '#platform';

/**
 * Changes of one agenda come one after the other: each holds the pact until it is done. So what it has found still holds
 * when it writes, and no two links close a circle that neither of them closes alone.
 */
@Injectable()
export class AgendaChanges {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
  ) {}

  /** @throws Problem `not-found` where there is no pact, `pact-over` where nothing is added to it any more */
  inTurn<T>(pactId: string, work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      return work();
    });
  }
}
