import { createLog, migrate, migrateQueue, readSettings } from '#platform';
import { MIGRATIONS } from '../../../migrations/index.js';
import { replayErasures } from './replay-erasures.js';

/** The deploy step: brings the database and the queue's tables up to date, then ends. */
const settings = readSettings(process.env);
const log = createLog(settings.logLevel);
const done = await migrate(settings, MIGRATIONS);
await migrateQueue(settings);
if (settings.erasureListFile) await replayErasures(settings, log, { always: false });
log.info({ done }, 'the database is up to date');
