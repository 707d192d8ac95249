import { Module } from '@nestjs/common';
import { PathwaysModule } from '#pathways';
import { ActorCheck } from './batches/actor-check.js';
import { Arrivals } from './batches/arrivals.js';
import { BatchRunner } from './waiting/batch-runner.js';
import { BatchesController } from './batches/batches.controller.js';
import { INTAKE_HANDLERS } from './waiting/waiting.handlers.js';
import { BatchesQueries } from './batches/batches.queries.js';
import { BatchesService } from './batches/batches.service.js';
import { BatchesStore } from './batches/batches.store.js';
import { ChunkWriter } from './batches/chunk-writer.js';
import { OwnSources } from './sources/own-sources.js';
import { PushService } from './batches/push.service.js';
import { RowAdmission } from './batches/row-admission.js';
import { RecordKindsController } from './record-kinds/record-kinds.controller.js';
import { CommunicationsQueries } from './relations/communications.queries.js';
import { EmploymentRelations } from './relations/employment-relations.js';
import { RegionalBatchesController } from './regional/regional-batches.controller.js';
import { RegionalBatchesService } from './regional/regional-batches.service.js';
import { RegionalPushService } from './regional/regional-push.service.js';
import { RegionalWriter } from './regional/regional-writer.js';
import { RegionalStore } from './regional/regional.store.js';
import { Router } from './regional/router.js';
import { SourcesQueries } from './sources/sources.queries.js';
import { SealedRows } from './waiting/sealed-rows.js';
import { WaitingStore } from './waiting/waiting.store.js';

@Module({
  imports: [PathwaysModule],
  controllers: [BatchesController, RegionalBatchesController, RecordKindsController],
  providers: [
    ActorCheck,
    Arrivals,
    BatchesQueries,
    BatchesService,
    BatchesStore,
    BatchRunner,
    ChunkWriter,
    CommunicationsQueries,
    EmploymentRelations,
    OwnSources,
    PushService,
    RegionalBatchesService,
    RegionalPushService,
    RegionalStore,
    RegionalWriter,
    Router,
    RowAdmission,
    SealedRows,
    SourcesQueries,
    WaitingStore,
    ...INTAKE_HANDLERS,
  ],
  exports: [OwnSources, ...INTAKE_HANDLERS],
})
export class IntakeModule {}
