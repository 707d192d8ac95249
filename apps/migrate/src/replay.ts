import { createLog, readSettings } from '#platform';
import { replayErasures } from './replay-erasures.js';

/** After a backup has been restored: erases again whoever was erased since. */
const settings = readSettings(process.env);
await replayErasures(settings, createLog(settings.logLevel), { always: true });
