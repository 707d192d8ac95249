import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLog, type Log, type Settings } from '#platform';
import { WorkerModule } from './worker.module.js';

/** A worker that runs until it is closed; a job it is busy with is finished first, within limits. */
export const createWorker = (
  settings: Settings,
  log: Log = createLog(settings.logLevel),
): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(WorkerModule.with(settings, log), {
    logger: false,
    abortOnError: false,
  });
