import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './database/data-source.js';
import { Database } from './database/database.js';
import { AllowedMethods } from './http/allowed-methods.js';
import { Pages } from './http/paging.js';
import { createLog, Log } from './logging/log.js';
import { Jobs } from './queue/jobs.js';
import { Settings } from './settings/settings.js';

/** Settings, database, queue and logging for everything else. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings, log = createLog(settings.logLevel)): DynamicModule {
    const database = {
      provide: Database,
      useFactory: (dataSource: DataSource, logger: Log) => new Database(dataSource, logger),
      inject: [getDataSourceToken(), Log],
    };
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(settings),
          name: 'default',
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
      ],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Log, useValue: log },
        database,
        AllowedMethods,
        Pages,
        Jobs,
      ],
      exports: [Settings, Log, Database, AllowedMethods, Pages, Jobs],
    };
  }
}
