import type { Database } from '#platform';
import { Catalogue } from '../definition/catalogue.js';
import { CountingService } from './counting.service.js';
import { FiguresEngine } from './figures-engine.js';
import { FiguresStore } from './figures.store.js';
import { RememberedStore } from './remembered.store.js';
import { FactsService } from '../facts/facts.service.js';
import { IndicatorSettingsQueries } from '../settings/indicator-settings.queries.js';

/** The engine as the module wires it, on a database of a test. */
export async function figuresEngine(database: Database, catalogue?: Catalogue): Promise<FiguresEngine> {
  const remembered = new RememberedStore(database);
  return new FiguresEngine(
    database,
    new FactsService(database),
    new CountingService(database, catalogue ?? (await Catalogue.load()), remembered),
    new FiguresStore(database),
    new IndicatorSettingsQueries(database),
  );
}
