import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersController } from './members/members.controller.js';
import { MembersQueries } from './members/members.queries.js';
import { MembersService } from './members/members.service.js';
import { Ratification } from './members/ratification.service.js';
import { SignaturesService } from './members/signatures.service.js';
import { PactEntity } from './pacts/pact.entity.js';
import { PactsController } from './pacts/pacts.controller.js';
import { PactsQueries } from './pacts/pacts.queries.js';
import { PactsService } from './pacts/pacts.service.js';
import { VersionsController } from './versions/versions.controller.js';
import { VersionsQueries } from './versions/versions.queries.js';
import { VersionsService } from './versions/versions.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PactEntity])],
  controllers: [PactsController, VersionsController, MembersController],
  providers: [
    PactsService,
    PactsQueries,
    VersionsService,
    VersionsQueries,
    MembersService,
    MembersQueries,
    SignaturesService,
    Ratification,
  ],
  exports: [PactsService, MembersService],
})
export class PactsModule {}
