import type { Database } from '#platform';
import type { Catalogue } from '../definition/catalogue.js';
import { FactsService } from '../facts/facts.service.js';
import { IndicatorSettingsQueries } from '../settings/indicator-settings.queries.js';
import { CountingService } from './counting.service.js';
import { FiguresEngine } from './figures-engine.js';
import { FiguresStore } from './figures.store.js';
import { RememberedStore } from './remembered.store.js';

/** The engine with all it needs, on this database and for these indicators. */
export const figuresEngineOn = (database: Database, catalogue: Catalogue): FiguresEngine =>
  new FiguresEngine(
    database,
    new FactsService(database),
    new CountingService(database, catalogue, new RememberedStore(database)),
    new FiguresStore(database),
    new IndicatorSettingsQueries(database),
  );
