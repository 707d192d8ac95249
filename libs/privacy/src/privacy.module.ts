import { Module } from '@nestjs/common';
import { PathwaysModule } from '#pathways';
import { DataExportQueries } from './subjects/data-export.queries.js';
import { DataSubjectsController } from './subjects/data-subjects.controller.js';
import { DataSubjectsService } from './subjects/data-subjects.service.js';
import { ErasureList } from './subjects/erasure-list.js';
import { ErasureService } from './subjects/erasure.service.js';
import { Eraser } from './subjects/eraser.js';
import { SubjectFinder } from './subjects/subject-finder.js';

@Module({
  imports: [PathwaysModule],
  controllers: [DataSubjectsController],
  providers: [DataExportQueries, DataSubjectsService, Eraser, ErasureList, ErasureService, SubjectFinder],
  exports: [ErasureService],
})
export class PrivacyModule {}
