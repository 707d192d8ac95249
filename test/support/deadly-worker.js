import { DataSource } from 'typeorm';
import {
  createLog,
  Database,
  dataSourceOptions,
  DeadLetters,
  defineJob,
  JobRunner,
  Jobs,
  Pages,
  readSettings,
} from '#platform';

/**
 * A worker for two kinds of job, of which one kills its process. Runs as a process of its own on the built program,
 * hence plain JavaScript.
 */
const deadly = defineJob({ name: 'deadly', queue: 'perilous' });
const harmless = defineJob({ name: 'harmless', queue: 'perilous' });

const settings = readSettings(process.env);
const log = createLog('silent');
const dataSource = await new DataSource({ ...dataSourceOptions(settings), entities: [] }).initialize();
const database = new Database(dataSource, log);
const jobs = new Jobs(database, settings, log);
const letters = new DeadLetters(database, jobs, new Pages(settings));
const handlers = [
  { job: deadly, handle: () => process.kill(process.pid, 'SIGKILL') },
  { job: harmless, handle: async () => process.stdout.write('harmless\n') },
];
await new JobRunner(handlers, { jobs, letters, database, settings, log }).onApplicationBootstrap();
process.stdout.write('ready\n');
