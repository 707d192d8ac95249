import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { refuseMightyLogin } from './database/app-login.js';
import { ConnectionWatch } from './database/connection-watch.js';
import { dataSourceOptions } from './database/data-source.js';
import { Database } from './database/database.js';
import { refuseForgetfulDatabase } from './database/durability.js';
import { refuseUnmigratedDatabase } from './database/readiness.js';
import { HealthQueries } from './health/health.queries.js';
import { AllowedMethods } from './http/allowed-methods.js';
import { Pages } from './http/paging.js';
import { Log } from './logging/log.js';
import { DeadLetters } from './queue/dead-letters.js';
import { refuseForgetfulRedis } from './queue/durability.js';
import { Metrics } from './metrics/metrics.js';
import { Jobs } from './queue/jobs.js';
import { Settings } from './settings/settings.js';

interface Options {
  readonly connect?: boolean;
  /** The longest that a statement may take. */
  readonly longestMs?: number;
}

/** @throws Error when this database, or this Redis, is not fit to work with. */
async function refuseToStart(dataSource: DataSource, settings: Settings): Promise<void> {
  await refuseMightyLogin(dataSource);
  if (settings.durabilityCheck) {
    await refuseForgetfulDatabase(dataSource);
    if (settings.redisUrl !== undefined) await refuseForgetfulRedis(settings.redisUrl);
  }
  await refuseUnmigratedDatabase(dataSource, settings);
}

/** Settings, database, queue and logging for everything else. */
@Global()
@Module({})
export class PlatformModule {
  /** `connect: false` is for describing the application, not for running it. */
  static with(settings: Settings, log: Log, { connect = true, longestMs }: Options = {}): DynamicModule {
    const database = {
      provide: Database,
      useFactory: async (dataSource: DataSource, logger: Log) => {
        if (connect) await refuseToStart(dataSource, settings);
        return new Database(dataSource, logger);
      },
      inject: [getDataSourceToken(), Log],
    };
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(settings, longestMs),
          name: 'default',
          autoLoadEntities: true,
          manualInitialization: !connect,
          retryAttempts: 0,
        }),
      ],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Log, useValue: log },
        database,
        HealthQueries,
        AllowedMethods,
        Pages,
        Jobs,
        DeadLetters,
        Metrics,
        ConnectionWatch,
      ],
      exports: [Settings, Log, Database, HealthQueries, AllowedMethods, Pages, Jobs, DeadLetters, Metrics],
    };
  }
}
