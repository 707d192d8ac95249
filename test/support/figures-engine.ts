import { Catalogue } from '../../libs/indicators/src/definition/catalogue.js';
import { CountingService } from '../../libs/indicators/src/engine/counting.service.js';
import { FiguresEngine } from '../../libs/indicators/src/engine/figures-engine.js';
import { FiguresStore } from '../../libs/indicators/src/engine/figures.store.js';
import { RememberedStore } from '../../libs/indicators/src/engine/remembered.store.js';
import { FactsService } from '../../libs/indicators/src/facts/facts.service.js';
import { IndicatorSettingsQueries } from '../../libs/indicators/src/settings/indicator-settings.queries.js';
import type { Database } from '#platform';

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
