import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule, AuditVerifier, readAnchors, type FoundBreak } from '#identity';
import { createLog, PlatformModule, readSettings, type Settings } from '#platform';

@Module({})
class VerificationModule {
  static with(settings: Settings): DynamicModule {
    const platform = PlatformModule.with(settings, createLog('silent'));
    return { module: VerificationModule, imports: [platform, AuditModule] };
  }
}

/** Whether every chain is whole and is the one that was anchored. */
export async function verifyTrail(
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<boolean> {
  const settings = readSettings(env);
  const context = await NestFactory.createApplicationContext(VerificationModule.with(settings), {
    logger: false,
    abortOnError: false,
  });
  try {
    let breaks = 0;
    const { auditAnchorFile: file } = settings;
    const isAnchored = file !== undefined && existsSync(file);
    if (!isAnchored) say('There are no anchors: a chain that was cut off at its end would not be noticed.');
    const anchors = isAnchored ? readAnchors(file) : nothing();
    const done = await context.get(AuditVerifier).verify(anchors, (found) => {
      breaks += 1;
      say(sentence(found));
    });
    say(`${done.entries} entries in ${done.chains} chains, ${done.anchors} anchors, ${breaks} breaks`);
    return breaks === 0;
  } finally {
    await context.close();
  }
}

async function* nothing(): AsyncGenerator<never> {}

const sentence = ({ kind, pactId, seq, anchoredAt }: FoundBreak): string =>
  `${kind}  pact ${pactId}  entry ${seq}${anchoredAt ? `  anchored ${anchoredAt}` : ''}`;
