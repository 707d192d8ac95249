import { Module } from '@nestjs/common';
import { IndicatorsController } from './catalogue/indicators.controller.js';
import { Catalogue } from './definition/catalogue.js';
import { CountingService } from './engine/counting.service.js';
import { FiguresEngine } from './engine/figures-engine.js';
import { FiguresStore } from './engine/figures.store.js';
import { RememberedStore } from './engine/remembered.store.js';
import { FactsService } from './facts/facts.service.js';
import { IndicatorSettingsController } from './settings/indicator-settings.controller.js';
import { IndicatorSettingsQueries } from './settings/indicator-settings.queries.js';
import { IndicatorSettingsService } from './settings/indicator-settings.service.js';

@Module({
  controllers: [IndicatorsController, IndicatorSettingsController],
  providers: [
    { provide: Catalogue, useFactory: () => Catalogue.load() },
    FactsService,
    FiguresStore,
    RememberedStore,
    CountingService,
    FiguresEngine,
    IndicatorSettingsQueries,
    IndicatorSettingsService,
  ],
  exports: [Catalogue, FiguresEngine],
})
export class IndicatorsModule {}
