import { Module } from '@nestjs/common';
import { IndicatorsModule } from '#indicators';
import { PathwaysModule } from '#pathways';
import { CaseFiguresController } from './case-figures/case-figures.controller.js';
import { CaseFiguresService } from './case-figures/case-figures.service.js';
import { ExplanationController } from './explanation/explanation.controller.js';
import { ExplanationQueries } from './explanation/explanation.queries.js';
import { ExplanationService } from './explanation/explanation.service.js';
import { AcrossQueries } from './figures/across.queries.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresQueries } from './figures/figures.queries.js';
import { FiguresService } from './figures/figures.service.js';
import { LineOfSightController } from './line-of-sight/line-of-sight.controller.js';
import { LineOfSightQueries } from './line-of-sight/line-of-sight.queries.js';
import { ReportedCatalogue } from './reporting/reported-catalogue.js';
import { TotalsController } from './totals/totals.controller.js';
import { TotalsQueries } from './totals/totals.queries.js';
import { TotalsSource } from './totals/totals.source.js';
import { TrendController } from './trend/trend.controller.js';
import { TrendService } from './trend/trend.service.js';

@Module({
  imports: [IndicatorsModule, PathwaysModule],
  controllers: [
    FiguresController,
    TrendController,
    ExplanationController,
    TotalsController,
    CaseFiguresController,
    LineOfSightController,
  ],
  providers: [
    CaseFiguresService,
    ExplanationService,
    ExplanationQueries,
    FiguresService,
    FiguresQueries,
    TotalsSource,
    TotalsQueries,
    AcrossQueries,
    TrendService,
    LineOfSightQueries,
    ReportedCatalogue,
  ],
})
export class PublishingModule {}
