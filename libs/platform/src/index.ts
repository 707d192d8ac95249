export * from './fields/index.js';
export { readSettings, Settings, keyFor, keysFor } from './settings/settings.js';
export { Seal } from './settings/seal.js';
export { SETTINGS } from './settings/definitions.js';
export { Database } from './database/database.js';
export { EVERY_PACT } from './database/announced-query.js';
export type { PactDatabase } from './database/pact-database.js';
export { migrate } from './database/migrate.js';
export { refuseMightyLogin, withLogin } from './database/app-login.js';
export { ANSWERING_MS, dataSourceOptions, ownerOptions } from './database/data-source.js';
export { driverFault } from './database/driver-fault.js';
export { containing, instantJson } from './database/sql.js';
export * as jsonSql from './database/json-text.js';
export * from './problems/http.problems.js';
export {
  allProblemKinds,
  defineProblem,
  mapConstraint,
  Problem,
  type FieldError,
} from './problems/problem.js';
export { ProblemsController } from './problems/problems.controller.js';
export { ProblemFilter } from './problems/problem.filter.js';
export { AllowedMethods } from './http/allowed-methods.js';
export * as jsonCharacters from './http/json-characters.js';
export { parseStrictJson } from './http/strict-json.js';
export { decodeUtf8, jsonBody, streamBody } from './http/body.js';
export { ValidationPipe } from './http/validation.pipe.js';
export { callerOf, rememberCaller } from './http/caller.js';
export { requestIdOf } from './http/request-id.js';
export {
  Accepted,
  Answer,
  Created,
  etagOf,
  matches as isCurrent,
  Page,
  composedResource,
  Resource,
  ToldOnce,
} from './http/answers.js';
export { Download } from './http/download.js';
export { preferredLanguage, type Language } from './http/language.rules.js';
export { negotiated, type Offers } from './http/negotiation.js';
export { Streamed } from './http/streamed.js';
export { PlatformAdapter } from './http/platform-adapter.js';
export { IfMatch, KnownVersion, PathId } from './http/parameters.js';
export { limitOf, PageQuery, Pages } from './http/paging.js';
export { Idempotency } from './http/idempotency.js';
export { UnitOfWork } from './http/unit-of-work.js';
export { guardChanges } from './http/guard-changes.js';
export { Operation, OPERATION, type AnswerShape, type OperationOptions } from './openapi/operation.js';
export { buildOpenApi } from './openapi/openapi.js';
export { RequestLimits } from './limits/request-limits.js';
export { Places } from './limits/places.js';
export { networkOf } from './limits/client-address.js';
export * from './limits/server-bounds.js';
export { createLog, Log } from './logging/log.js';
export { logAccess } from './logging/access-log.js';
export { PermanentFailure, PROCESS_DIED } from './queue/failure.js';
export { defineJob, type JobHandler } from './queue/job.js';
export { DeadLetters } from './queue/dead-letters.js';
export { DeadLettersController } from './queue/dead-letters.controller.js';
export { Jobs } from './queue/jobs.js';
export { JobRunner } from './queue/job-runner.js';
export { migrateQueue } from './queue/backend.js';
export { defineBacklog } from './metrics/backlog.js';
export { Metrics } from './metrics/metrics.js';
export { MetricsServer } from './metrics/metrics-server.js';
export { HealthController } from './health/health.controller.js';
export { PlatformModule } from './platform.module.js';
