import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorEntity } from './actor.entity.js';
import './actor.problems.js';
import { ActorsController } from './actors.controller.js';
import { ActorsQueries } from './actors.queries.js';
import { ActorsService } from './actors.service.js';
import { ActorCompetencesController, CompetencesController } from './competences/competences.controller.js';
import { ActorCompetencesService, CompetenceNeedsService } from './competences/competences.service.js';
import { CompetenceMapController } from './competences/competence-map.controller.js';
import { CompetenceMapQueries } from './competences/competence-map.queries.js';
import './professionals/professional.problems.js';
import { ProfessionalsController } from './professionals/professionals.controller.js';
import { ProfessionalsQueries } from './professionals/professionals.queries.js';
import { ProfessionalsService } from './professionals/professionals.service.js';
import { ServiceDirectoryController } from './services/service-directory.controller.js';
import { ServiceDirectory } from './services/service-directory.service.js';
import './units/unit.problems.js';
import { UnitsController } from './units/units.controller.js';
import { UnitsQueries } from './units/units.queries.js';
import { UnitsService } from './units/units.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ActorEntity])],
  controllers: [
    ActorsController,
    UnitsController,
    CompetencesController,
    ActorCompetencesController,
    CompetenceMapController,
    ServiceDirectoryController,
    ProfessionalsController,
  ],
  providers: [
    ActorsService,
    ActorsQueries,
    UnitsService,
    UnitsQueries,
    ActorCompetencesService,
    CompetenceNeedsService,
    CompetenceMapQueries,
    ServiceDirectory,
    ProfessionalsService,
    ProfessionalsQueries,
  ],
})
export class ActorsModule {}
