import { address, choice, flag, optionalText, secret, text, whole } from './setting.js';

/** Every setting of every program, in the order in which docs/configuration.md lists them. */
export const SETTINGS = {
  host: text({
    env: 'HOST',
    describe: 'Address the API listens on. 0.0.0.0 for all; the default is this machine only.',
    fallback: '127.0.0.1',
  }),
  port: whole({
    env: 'PORT',
    describe: 'Port the API listens on. 0 picks a free one.',
    fallback: 3000,
    min: 0,
    max: 65_535,
  }),
  dataDir: text({
    env: 'DATA_DIR',
    describe: 'Where the standalone app keeps its database and the secrets it generated.',
    fallback: '.data',
  }),
  databaseUrl: address({
    env: 'DATABASE_URL',
    describe:
      'PostgreSQL 15 or later. With it set, nothing embedded starts. Its login owns nothing; the migration makes it.',
    protocols: ['postgres:', 'postgresql:'],
  }),
  databaseOwnerUrl: address({
    env: 'DATABASE_OWNER_URL',
    describe:
      'The same database, entered by the login that migrates: it owns the tables and may create roles. Only `npm run migrate` and the standalone app need it.',
    protocols: ['postgres:', 'postgresql:'],
  }),
  databasePoolSize: whole({
    env: 'DATABASE_POOL_SIZE',
    describe: 'Connections each process may open. The sum over all processes stays below max_connections.',
    fallback: 10,
    min: 2,
    max: 200,
  }),
  redisUrl: address({
    env: 'REDIS_URL',
    describe: 'Redis 7 or later for the queue. Without it the queue lives in PostgreSQL.',
    protocols: ['redis:', 'rediss:'],
  }),
  bootstrapAdminKey: secret({
    env: 'BOOTSTRAP_ADMIN_KEY',
    describe:
      'A first administrator key. The standalone app makes one on its first start when none is given.',
    required: false,
    minLength: 32,
  }),
  participantPepper: secret({
    env: 'PARTICIPANT_PEPPER',
    describe:
      'Secret that turns identifiers of participants into pseudonyms. Losing it cuts new records off from the old ones. The standalone app makes one on its first start.',
    required: true,
    minLength: 32,
  }),
  participantPepperPrevious: secret({
    env: 'PARTICIPANT_PEPPER_PREVIOUS',
    describe:
      'The pepper before the present one, while it is being changed: people known under it are found, and filed under the present one when they are pushed again (docs/privacy.md).',
    required: false,
    minLength: 32,
  }),
  erasureListFile: optionalText({
    env: 'ERASURE_LIST_FILE',
    describe:
      'Who has been erased is also noted here, as keyed hashes, so that a restored backup brings nobody back. Keep it apart from the backups of the database. The standalone app keeps it in its data directory.',
  }),
  schedulesEnabled: flag({
    env: 'SCHEDULES_ENABLED',
    describe: 'Whether this worker starts the nightly and periodic jobs.',
    fallback: true,
  }),
  logLevel: choice({
    env: 'LOG_LEVEL',
    describe: 'The least severe entry that is logged.',
    values: ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
    fallback: 'info',
  }),
} as const;
