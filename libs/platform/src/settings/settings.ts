import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SETTINGS } from './definitions.js';
import { UnfitSetting, type Setting } from './setting.js';

type ValueOf<S> = S extends Setting<infer T> ? T : never;
type SettingValues = { readonly [K in keyof typeof SETTINGS]: ValueOf<(typeof SETTINGS)[K]> };

/** The settings in force; also the token under which they are injected. */
export abstract class Settings {}
export interface Settings extends SettingValues {}

/** All that is wrong with the environment, told at once. Never holds a value. */
export class SettingsRefused extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(`These settings do not fit:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
  }
}

/** @throws SettingsRefused with one line for each setting that is missing or malformed. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const reasons: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(SETTINGS) as [string, Setting<unknown>][]) {
    try {
      values[name] = readOne(setting, env);
      if (env[setting.env] && setting.needs && !env[setting.needs])
        throw new UnfitSetting(`given together with ${setting.needs}`);
    } catch (error) {
      if (!(error instanceof UnfitSetting)) throw error;
      reasons.push(`${setting.env} must be ${error.message}`);
    }
  }
  if (reasons.length > 0) throw new SettingsRefused(reasons);
  return Object.freeze(values) as unknown as Settings;
}

function readOne(setting: Setting<unknown>, env: Readonly<Record<string, string | undefined>>): unknown {
  const given = setting.secret ? secretText(setting.env, env) : env[setting.env];
  if (given !== undefined && given !== '') return setting.parse(given);
  if (setting.required) throw new UnfitSetting(`given (${setting.accepts})`);
  return setting.fallback;
}

function secretText(name: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name];
  if (env[name]) throw new UnfitSetting(`given once: either ${name} or ${name}_FILE`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new UnfitSetting(`in a file that can be read (${name}_FILE)`);
  }
}

/** A key of 32 bytes for one purpose, from the one secret an operator has to keep. */
export const keyFor = (settings: Settings, purpose: string): Buffer =>
  derive(settings.participantPepper, purpose);

/** The same, and after it the key that the secret before gave: what rests under that one can still be read. */
export const keysFor = (settings: Settings, purpose: string): readonly Buffer[] =>
  [settings.participantPepper, settings.participantPepperPrevious]
    .filter((secret) => secret !== undefined)
    .map((secret) => derive(secret, purpose));

const derive = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'patti', purpose, 32));
