import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorEntity } from './actor.entity.js';
import './actor.problems.js';
import { ActorsController } from './actors.controller.js';
import { ActorsQueries } from './actors.queries.js';
import { ActorsService } from './actors.service.js';
import './units/unit.problems.js';
import { UnitsController } from './units/units.controller.js';
import { UnitsQueries } from './units/units.queries.js';
import { UnitsService } from './units/units.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ActorEntity])],
  controllers: [ActorsController, UnitsController],
  providers: [ActorsService, ActorsQueries, UnitsService, UnitsQueries],
})
export class ActorsModule {}
