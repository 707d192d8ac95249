import { Module } from '@nestjs/common';
import { ParticipantsQueries } from './participants.queries.js';
import { ParticipantsService } from './participants.service.js';
import { Pseudonyms } from './pseudonyms.js';
import { RecordsStore } from './records.store.js';

@Module({
  providers: [Pseudonyms, ParticipantsQueries, ParticipantsService, RecordsStore],
  exports: [Pseudonyms, ParticipantsService, RecordsStore],
})
export class PathwaysModule {}
