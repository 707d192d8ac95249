import { createLog, migrate, migrateQueue, readSettings } from '#platform';
import { MIGRATIONS } from '../../../migrations/index.js';

/** The deploy step: brings the database and the queue's tables up to date, then ends. */
const settings = readSettings(process.env);
const done = await migrate(settings, MIGRATIONS);
await migrateQueue(settings);
createLog(settings.logLevel).info({ done }, 'the database is up to date');
