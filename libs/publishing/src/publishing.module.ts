import { Module } from '@nestjs/common';
import { IndicatorsModule } from '#indicators';
import { FiguresController } from './figures.controller.js';
import { FiguresQueries } from './figures.queries.js';
import { FiguresService } from './figures.service.js';

@Module({
  imports: [IndicatorsModule],
  controllers: [FiguresController],
  providers: [FiguresService, FiguresQueries],
})
export class PublishingModule {}
