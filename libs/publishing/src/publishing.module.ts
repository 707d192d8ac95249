import { Module } from '@nestjs/common';
import { IndicatorsModule } from '#indicators';
import { AcrossQueries } from './figures/across.queries.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresQueries } from './figures/figures.queries.js';
import { FiguresService } from './figures/figures.service.js';
import { LineOfSightController } from './line-of-sight/line-of-sight.controller.js';
import { LineOfSightQueries } from './line-of-sight/line-of-sight.queries.js';
import { ReportedCatalogue } from './reporting/reported-catalogue.js';
import { TrendController } from './trend/trend.controller.js';
import { TrendService } from './trend/trend.service.js';

@Module({
  imports: [IndicatorsModule],
  controllers: [FiguresController, TrendController, LineOfSightController],
  providers: [
    FiguresService,
    FiguresQueries,
    AcrossQueries,
    TrendService,
    LineOfSightQueries,
    ReportedCatalogue,
  ],
})
export class PublishingModule {}
