import { Module } from '@nestjs/common';
import { CaseAccessLog } from './cases/case-access-log.js';
import { CaseAccessesController } from './cases/case-accesses.controller.js';
import { CaseAccessesQueries } from './cases/case-accesses.queries.js';
import { CaseDataController } from './cases/case-data.controller.js';
import { CaseDataQueries } from './cases/case-data.queries.js';
import { CaseDataService } from './cases/case-data.service.js';
import { NotedHistoryController } from './cases/noted-history.controller.js';
import { NotedRecordsController } from './cases/noted-records.controller.js';
import { RecordHistoryController } from './cases/record-history.controller.js';
import { RecordHistoryQueries } from './cases/record-history.queries.js';
import { RecordHistoryService } from './cases/record-history.service.js';
import { ErasedPeople } from './erased-people.js';
import { ParticipantsQueries } from './participants.queries.js';
import { ParticipantsService } from './participants.service.js';
import { Pseudonyms } from './pseudonyms.js';
import { RecordsStore } from './records.store.js';

@Module({
  controllers: [
    CaseDataController,
    NotedRecordsController,
    CaseAccessesController,
    RecordHistoryController,
    NotedHistoryController,
  ],
  providers: [
    Pseudonyms,
    ErasedPeople,
    ParticipantsQueries,
    ParticipantsService,
    RecordsStore,
    CaseAccessLog,
    CaseAccessesQueries,
    CaseDataQueries,
    CaseDataService,
    RecordHistoryQueries,
    RecordHistoryService,
  ],
  exports: [Pseudonyms, ErasedPeople, ParticipantsService, RecordsStore, CaseAccessLog],
})
export class PathwaysModule {}
