import { Module } from '@nestjs/common';
import { IndicatorsModule } from '#indicators';
import { AcrossQueries } from './figures/across.queries.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresQueries } from './figures/figures.queries.js';
import { FiguresService } from './figures/figures.service.js';

@Module({
  imports: [IndicatorsModule],
  controllers: [FiguresController],
  providers: [FiguresService, FiguresQueries, AcrossQueries],
})
export class PublishingModule {}
