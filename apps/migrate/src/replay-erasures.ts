import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PlatformModule, type Log, type Settings } from '#platform';
import { ErasureService, PrivacyModule } from '#privacy';

@Module({})
class ReplayModule {
  static with(settings: Settings, log: Log): DynamicModule {
    return { module: ReplayModule, imports: [PlatformModule.with(settings, log), PrivacyModule] };
  }
}

/**
 * Erases again whoever a restored backup has brought back, before anyone can see them. Unless `always`, only when the
 * list in the file knows more than the database does.
 */
export async function replayErasures(
  settings: Settings,
  log: Log,
  options: { always: boolean },
): Promise<void> {
  const context = await NestFactory.createApplicationContext(ReplayModule.with(settings, log), {
    logger: false,
    abortOnError: false,
  });
  try {
    const people = await context.get(ErasureService).replay(options);
    log.info({ people }, 'erasures replayed');
  } finally {
    await context.close();
  }
}
