import {
  address,
  choice,
  flag,
  ids,
  networks,
  optionalText,
  secret,
  text,
  trustedAddress,
  whole,
} from './setting.js';

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
  metricsHost: text({
    env: 'METRICS_HOST',
    describe: 'Address on which the api and the worker tell their metrics: docs/metrics.md.',
    fallback: '127.0.0.1',
  }),
  metricsPort: whole({
    env: 'METRICS_PORT',
    describe: 'Port of /metrics, which asks for no key: let only those who watch reach it. 0 for no metrics.',
    fallback: 0,
    min: 0,
    max: 65_535,
  }),
  maxConnections: whole({
    env: 'MAX_CONNECTIONS',
    describe:
      'Connections of clients each process holds open. One address may have three quarters of them, a trusted proxy all.',
    fallback: 4_000,
    min: 4,
    max: 100_000,
  }),
  trustedProxies: networks({
    env: 'TRUSTED_PROXIES',
    describe: 'Proxies whose X-Forwarded-For is believed, with commas between them.',
    fallback: [],
  }),
  rateLimit: whole({
    env: 'RATE_LIMIT',
    describe: 'Requests a minute that each caller may make, over all processes. 0 for no limit.',
    fallback: 6_000,
    min: 0,
    max: 1_000_000,
  }),
  signInFailures: whole({
    env: 'SIGN_IN_FAILURES',
    describe:
      'Requests a minute without a valid token that each address may make, over all processes. 0 for no limit.',
    fallback: 30,
    min: 0,
    max: 1_000_000,
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
  databaseReportingUrl: address({
    env: 'DATABASE_REPORTING_URL',
    describe:
      'The same database, entered by a login for BI tools that reads the views of the schema reporting and nothing else: docs/reporting.md. Only the migration needs it, which makes the login.',
    protocols: ['postgres:', 'postgresql:'],
  }),
  reportingPacts: ids({
    env: 'REPORTING_PACTS',
    describe:
      'Ids of the pacts that the login for BI tools sees, with commas between them; all where none is given.',
    fallback: [],
  }),
  databasePoolSize: whole({
    env: 'DATABASE_POOL_SIZE',
    describe: 'Connections each process may open. The sum over all processes stays below max_connections.',
    fallback: 10,
    min: 2,
    max: 200,
  }),
  durabilityCheck: flag({
    env: 'DURABILITY_CHECK',
    describe:
      'Refuse to start on a PostgreSQL or Redis that may lose what it has confirmed: fsync, full_page_writes or synchronous_commit off, a maxmemory-policy other than noeviction.',
    fallback: true,
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
  retentionCaseDataMonths: whole({
    env: 'RETENTION_CASE_DATA_MONTHS',
    describe:
      'A person is removed from a pact so long after the last pathway there has ended. The programme that pays may ask for more: see docs/privacy.md.',
    fallback: 60,
    min: 1,
    max: 1_200,
  }),
  retentionHistoryMonths: whole({
    env: 'RETENTION_HISTORY_MONTHS',
    describe: 'What a record said before is removed so long after it was replaced.',
    fallback: 24,
    min: 1,
    max: 1_200,
  }),
  retentionBatchResultsMonths: whole({
    env: 'RETENTION_BATCH_RESULTS_MONTHS',
    describe: 'What became of each row of a batch is removed so long after it came; its counts stay.',
    fallback: 24,
    min: 1,
    max: 1_200,
  }),
  retentionAccessLogMonths: whole({
    env: 'RETENTION_ACCESS_LOG_MONTHS',
    describe: 'Who has looked at case data is removed after so long.',
    fallback: 60,
    min: 12,
    max: 1_200,
  }),
  retentionAnswersHours: whole({
    env: 'RETENTION_ANSWERS_HOURS',
    describe: 'The answer to a request with an Idempotency-Key is remembered for so long.',
    fallback: 48,
    min: 24,
    max: 8_760,
  }),
  directBatchRows: whole({
    env: 'DIRECT_BATCH_ROWS',
    describe:
      'A batch of outcomes with more rows is stored and answered with 202, and written by a worker. Smaller ones are read into memory, written and answered at once.',
    fallback: 20_000,
    min: 1,
    max: 1_000_000,
  }),
  directBatchBytes: whole({
    env: 'DIRECT_BATCH_BYTES',
    describe: 'The same for a batch whose body is longer, as far as its Content-Length tells.',
    fallback: 16_777_216,
    min: 1_024,
    max: 67_108_864,
  }),
  oidcIssuer: trustedAddress({
    env: 'OIDC_ISSUER',
    describe:
      'Issuer of the access tokens of people, as in their `iss`. Without it only API keys open the door: docs/sign-in.md.',
    needs: 'OIDC_AUDIENCE',
  }),
  oidcAudience: optionalText({
    env: 'OIDC_AUDIENCE',
    describe: 'What `aud` of an access token must hold to be meant for this service.',
    needs: 'OIDC_ISSUER',
  }),
  oidcRolesClaim: optionalText({
    env: 'OIDC_ROLES_CLAIM',
    describe:
      'Claim, or path to it, in which the issuer puts roles like `patti:coordinator:<pactId>`. Without it roles are granted in Patti.',
    needs: 'OIDC_ISSUER',
  }),
  oidcTokenType: choice({
    env: 'OIDC_TOKEN_TYPE',
    describe:
      'Header `typ` of access tokens. `at+jwt` as RFC 9068 says; `jwt` also takes plain `JWT`, for issuers that cannot do better.',
    values: ['at+jwt', 'jwt'],
    fallback: 'at+jwt',
  }),
  schedulesEnabled: flag({
    env: 'SCHEDULES_ENABLED',
    describe: 'Whether this worker starts the nightly and periodic jobs.',
    fallback: true,
  }),
  auditAnchorFile: optionalText({
    env: 'AUDIT_ANCHOR_FILE',
    describe:
      'File that the worker adds the head of each audit chain to, twice a day; they are logged in any case. The standalone app keeps it in DATA_DIR.',
  }),
  logLevel: choice({
    env: 'LOG_LEVEL',
    describe: 'The least severe entry that is logged.',
    values: ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
    fallback: 'info',
  }),
} as const;
