import { readSettings } from '#platform';
import { createWorker } from './create-worker.js';

const worker = await createWorker(readSettings(process.env));
worker.enableShutdownHooks();
