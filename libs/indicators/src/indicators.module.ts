import { Global, Module } from '@nestjs/common';
import { IndicatorCodes } from '#plan';
import { Database } from '#platform';
import { IndicatorsController } from './catalogue/indicators.controller.js';
import { Catalogue } from './definition/catalogue.js';
import { FiguresEngine } from './engine/figures-engine.js';
import { figuresEngineOn } from './engine/figures-engine.wiring.js';
import { PublishedByPactsQueries } from './region/published-by-pacts.queries.js';
import { RangeFigures } from './range/range-figures.js';
import { RegionalFigures } from './region/regional-figures.js';
import { IndicatorSettingsController } from './settings/indicator-settings.controller.js';
import { IndicatorSettingsQueries } from './settings/indicator-settings.queries.js';
import { IndicatorSettingsService } from './settings/indicator-settings.service.js';
import { TargetsController } from './targets/targets.controller.js';
import { TargetsQueries } from './targets/targets.queries.js';
import { TargetsService } from './targets/targets.service.js';
import { TargetsStore } from './targets/targets.store.js';

/** Global for the libs before it, which ask it which indicators there are. */
@Global()
@Module({
  controllers: [IndicatorsController, IndicatorSettingsController, TargetsController],
  providers: [
    { provide: Catalogue, useFactory: () => Catalogue.load() },
    { provide: IndicatorCodes, useExisting: Catalogue },
    { provide: FiguresEngine, useFactory: figuresEngineOn, inject: [Database, Catalogue] },
    IndicatorSettingsQueries,
    PublishedByPactsQueries,
    RegionalFigures,
    RangeFigures,
    IndicatorSettingsService,
    TargetsQueries,
    TargetsStore,
    TargetsService,
  ],
  exports: [Catalogue, FiguresEngine, RegionalFigures, RangeFigures, IndicatorCodes],
})
export class IndicatorsModule {}
