import { isIP, isIPv4 } from 'node:net';
import { isUuid } from '#kernel';

/** One setting: where it comes from, what it means, how its text becomes a value. */
export interface Setting<T> {
  readonly env: string;
  readonly describe: string;
  /** Secrets are never printed and can also be read from a file named by `<env>_FILE`. */
  readonly secret: boolean;
  readonly required: boolean;
  readonly fallback?: T;
  /** The setting without which this one makes no sense. */
  readonly needs?: string;
  readonly accepts: string;
  parse(text: string): T;
}

interface Common<T> {
  env: string;
  describe: string;
  fallback?: T;
}

interface Optional {
  env: string;
  describe: string;
  needs?: string;
}

/** Thrown by `parse`; the message completes the sentence "<env> must be …". */
export class UnfitSetting extends Error {}

export const text = (given: Common<string>): Setting<string> => ({
  ...given,
  secret: false,
  required: false,
  accepts: 'text',
  parse: (value) => value,
});

export const optionalText = (given: Optional): Setting<string | undefined> => ({
  ...given,
  secret: false,
  required: false,
  accepts: 'text',
  parse: (value) => value,
});

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The address of somebody that is trusted: https, or on this very machine. Kept to the letter. */
export const trustedAddress = (given: Optional): Setting<string | undefined> => ({
  ...given,
  secret: false,
  required: false,
  accepts: 'https://…',
  parse: (value) => {
    const { protocol, hostname, username, search, hash } = new URL(URL.canParse(value) ? value : 'none:');
    const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
    if (!safe || username + search + hash !== '') {
      throw new UnfitSetting('an https:// address without user, query and fragment');
    }
    return value;
  },
});

export const secret = <R extends boolean>(given: {
  env: string;
  describe: string;
  required: R;
  minLength: number;
}): Setting<R extends true ? string : string | undefined> => ({
  ...given,
  secret: true,
  accepts: `at least ${given.minLength} characters`,
  parse: (value) => {
    if (value.length < given.minLength) throw new UnfitSetting(`at least ${given.minLength} characters long`);
    return value;
  },
});

/** An address may carry a password, so it is treated as a secret. */
export const address = (given: {
  env: string;
  describe: string;
  protocols: string[];
}): Setting<string | undefined> => ({
  ...given,
  secret: true,
  required: false,
  accepts: given.protocols.map((protocol) => `${protocol}//…`).join(' or '),
  parse: (value) => {
    if (!URL.canParse(value) || !given.protocols.includes(new URL(value).protocol)) {
      throw new UnfitSetting(`an address that starts with ${given.protocols.join(' or ')}//`);
    }
    return value;
  },
});

export const whole = (given: Common<number> & { min: number; max: number }): Setting<number> => ({
  ...given,
  secret: false,
  required: false,
  accepts: `${given.min}–${given.max}`,
  parse: (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < given.min || number > given.max) {
      throw new UnfitSetting(`a whole number from ${given.min} to ${given.max}`);
    }
    return number;
  },
});

export const flag = (given: Common<boolean>): Setting<boolean> => ({
  ...given,
  secret: false,
  required: false,
  accepts: 'true or false',
  parse: (value) => {
    if (value !== 'true' && value !== 'false') throw new UnfitSetting('true or false');
    return value === 'true';
  },
});

export const choice = <const T extends string>(given: Common<T> & { values: readonly T[] }): Setting<T> => ({
  ...given,
  secret: false,
  required: false,
  accepts: given.values.join(', '),
  parse: (value) => {
    const found = given.values.find((known) => known === value);
    if (found === undefined) throw new UnfitSetting(`one of ${given.values.join(', ')}`);
    return found;
  },
});

/** Ids, with commas between them. */
export const ids = (given: Common<readonly string[]>): Setting<readonly string[]> => ({
  ...given,
  secret: false,
  required: false,
  accepts: 'UUIDs',
  parse: (value) => {
    const listed = value.split(',').map((one) => one.trim().toLowerCase());
    if (!listed.every(isUuid)) throw new UnfitSetting('UUIDs with commas between them');
    return listed;
  },
});

/** Addresses and networks, with commas between them. */
export const networks = (given: Common<readonly string[]>): Setting<readonly string[]> => ({
  ...given,
  secret: false,
  required: false,
  accepts: '192.0.2.7, 10.0.0.0/8, …',
  parse: (value) => {
    const listed = value.split(',').map((one) => one.trim());
    if (!listed.every(isNetwork)) throw new UnfitSetting('addresses or networks with commas between them');
    return listed;
  },
});

function isNetwork(given: string): boolean {
  const [, ip = '', bits = '1'] = /^([^/%]+)(?:\/([1-9]\d{0,2}))?$/.exec(given) ?? [];
  return isIP(ip) > 0 && Number(bits) <= (isIPv4(ip) ? 32 : 128);
}
