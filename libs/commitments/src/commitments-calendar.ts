import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { CommitmentsQueries } from './commitments/commitments.queries.js';
import { MovesService } from './commitments/moves.service.js';
import { LedgerService } from './ledger/ledger.service.js';
import { WithdrawalsService } from './withdrawals/withdrawals.service.js';

const MADE_BY = 'patti';

/** What happens in a pact because a day has come. Doing it twice changes nothing. */
@Injectable()
export class CommitmentsCalendar {
  constructor(
    private readonly queries: CommitmentsQueries,
    private readonly moves: MovesService,
    private readonly ledger: LedgerService,
    private readonly withdrawals: WithdrawalsService,
  ) {}

  /**
   * Starts what has reached its first day, closes by what was confirmed what has passed its last, and lets members go
   * whose notice is over.
   */
  async advance(pactId: string, today: Day): Promise<void> {
    for (const { id } of await this.queries.startable(pactId, today)) {
      await this.moves.start(pactId, id, MADE_BY);
    }
    for (const { id } of await this.queries.overdue(pactId, today)) {
      await this.ledger.close(pactId, id, MADE_BY, today);
    }
    await this.withdrawals.completeDue(pactId, today);
  }
}
