import { Module } from '@nestjs/common';
import { Database } from '#platform';
import { IndicatorsController } from './catalogue/indicators.controller.js';
import { Catalogue } from './definition/catalogue.js';
import { FiguresEngine } from './engine/figures-engine.js';
import { figuresEngineOn } from './engine/figures-engine.wiring.js';
import { IndicatorSettingsController } from './settings/indicator-settings.controller.js';
import { IndicatorSettingsQueries } from './settings/indicator-settings.queries.js';
import { IndicatorSettingsService } from './settings/indicator-settings.service.js';

@Module({
  controllers: [IndicatorsController, IndicatorSettingsController],
  providers: [
    { provide: Catalogue, useFactory: () => Catalogue.load() },
    { provide: FiguresEngine, useFactory: figuresEngineOn, inject: [Database, Catalogue] },
    IndicatorSettingsQueries,
    IndicatorSettingsService,
  ],
  exports: [Catalogue, FiguresEngine],
})
export class IndicatorsModule {}
