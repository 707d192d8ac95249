import { Module } from '@nestjs/common';
import { GovernanceModule } from '#governance';
import { PactsModule } from '#pacts';
import { AgreementsService } from './commitments/agreements.service.js';
import { CommitmentHistoryController } from './commitments/commitment-history.controller.js';
import { CommitmentsController } from './commitments/commitments.controller.js';
import { CommitmentsQueries } from './commitments/commitments.queries.js';
import { CommitmentsService } from './commitments/commitments.service.js';
import { CommitmentsStore } from './commitments/commitments.store.js';
import { MovesService } from './commitments/moves.service.js';
import { CommitmentsCalendar } from './commitments-calendar.js';
import { DeliveriesController } from './ledger/deliveries.controller.js';
import { LedgerQueries } from './ledger/ledger.queries.js';
import { LedgerService } from './ledger/ledger.service.js';
import { WithdrawalsController } from './withdrawals/withdrawals.controller.js';
import { WithdrawalsQueries } from './withdrawals/withdrawals.queries.js';
import { WithdrawalsService } from './withdrawals/withdrawals.service.js';

@Module({
  imports: [PactsModule, GovernanceModule],
  controllers: [
    CommitmentsController,
    CommitmentHistoryController,
    DeliveriesController,
    WithdrawalsController,
  ],
  providers: [
    CommitmentsService,
    CommitmentsQueries,
    CommitmentsStore,
    MovesService,
    AgreementsService,
    LedgerService,
    LedgerQueries,
    WithdrawalsService,
    WithdrawalsQueries,
    CommitmentsCalendar,
  ],
  exports: [CommitmentsCalendar],
})
export class CommitmentsModule {}
