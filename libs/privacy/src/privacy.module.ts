import { Module } from '@nestjs/common';
import { PathwaysModule } from '#pathways';
import { ExpiryStore } from './retention/expiry.store.js';
import { RetentionHandler } from './retention/retention.handler.js';
import { RetentionService } from './retention/retention.service.js';
import { RetentionRunsController } from './retention/retention-runs.controller.js';
import { RetentionRunsQueries } from './retention/retention-runs.queries.js';
import { DataExportQueries } from './subjects/data-export.queries.js';
import { DataSubjectsController } from './subjects/data-subjects.controller.js';
import { DataSubjectsService } from './subjects/data-subjects.service.js';
import { ErasureList } from './subjects/erasure-list.js';
import { ErasureService } from './subjects/erasure.service.js';
import { Eraser } from './subjects/eraser.js';
import { SubjectFinder } from './subjects/subject-finder.js';
import { SubjectsQueries } from './subjects/subjects.queries.js';

/** Every handler of this lib, for the worker to run. */
export const PRIVACY_HANDLERS = [RetentionHandler];

@Module({
  imports: [PathwaysModule],
  controllers: [DataSubjectsController, RetentionRunsController],
  providers: [
    DataExportQueries,
    DataSubjectsService,
    Eraser,
    ErasureList,
    ErasureService,
    SubjectFinder,
    SubjectsQueries,
    ExpiryStore,
    RetentionService,
    RetentionRunsQueries,
    ...PRIVACY_HANDLERS,
  ],
  exports: [ErasureService, ...PRIVACY_HANDLERS],
})
export class PrivacyModule {}
