import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorEntity } from './actor.entity.js';
import './actor.problems.js';
import { ActorsController } from './actors.controller.js';
import { ActorsQueries } from './actors.queries.js';
import { ActorsService } from './actors.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ActorEntity])],
  controllers: [ActorsController],
  providers: [ActorsService, ActorsQueries],
})
export class ActorsModule {}
