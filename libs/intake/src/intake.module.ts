import { Module } from '@nestjs/common';
import { PathwaysModule } from '#pathways';
import { ActorCheck } from './batches/actor-check.js';
import { BatchesController } from './batches/batches.controller.js';
import { BatchesQueries } from './batches/batches.queries.js';
import { BatchesService } from './batches/batches.service.js';
import { BatchesStore } from './batches/batches.store.js';
import { ChunkWriter } from './batches/chunk-writer.js';
import { PushService } from './batches/push.service.js';
import { RecordKindsController } from './record-kinds/record-kinds.controller.js';
import { CommunicationsQueries } from './relations/communications.queries.js';
import { EmploymentRelations } from './relations/employment-relations.js';

@Module({
  imports: [PathwaysModule],
  controllers: [BatchesController, RecordKindsController],
  providers: [
    ActorCheck,
    BatchesQueries,
    BatchesService,
    BatchesStore,
    ChunkWriter,
    CommunicationsQueries,
    EmploymentRelations,
    PushService,
  ],
})
export class IntakeModule {}
