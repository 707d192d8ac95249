import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFor, readSettings, SettingsRefused } from './settings.js';
import { Seal } from './seal.js';

const PEPPER = 'a pepper that is long enough to be one';

describe('settings', () => {
  it('have defaults for all but the pepper', () => {
    expect(readSettings({ PARTICIPANT_PEPPER: PEPPER })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      logLevel: 'info',
    });
  });

  it.each(['10.0.0.5', '10.0.0.0/8, ::1', '2001:db8::/32'])('take the proxies %s', (given) => {
    const { trustedProxies } = readSettings({ PARTICIPANT_PEPPER: PEPPER, TRUSTED_PROXIES: given });
    expect(trustedProxies).toEqual(given.split(', '));
  });

  it.each(['true', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.5,', '1/2/3', 'fe80::1%eth0', '*'])(
    'refuse the proxies %s',
    (given) => {
      expect(() => readSettings({ PARTICIPANT_PEPPER: PEPPER, TRUSTED_PROXIES: given })).toThrow(
        'TRUSTED_PROXIES must be addresses or networks',
      );
    },
  );

  it('tell all that is wrong at once, and no value', () => {
    const wrong = {
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://secret@host',
      BOOTSTRAP_ADMIN_KEY: 'short',
    };
    const refusal = (() => {
      try {
        return readSettings(wrong);
      } catch (error) {
        return error as SettingsRefused;
      }
    })() as SettingsRefused;
    expect(refusal.reasons).toEqual([
      'PORT must be a whole number from 0 to 65535',
      'DATABASE_URL must be an address that starts with postgres: or postgresql://',
      'BOOTSTRAP_ADMIN_KEY must be at least 32 characters long',
      'PARTICIPANT_PEPPER must be given (at least 32 characters)',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, silent',
    ]);
    for (const value of Object.values(wrong)) expect(refusal.message).not.toContain(value);
  });

  it('take a secret from a file, but not twice', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'patti-')), 'pepper');
    writeFileSync(file, `${PEPPER}\n`);
    expect(readSettings({ PARTICIPANT_PEPPER_FILE: file }).participantPepper).toBe(PEPPER);
    expect(() => readSettings({ PARTICIPANT_PEPPER_FILE: file, PARTICIPANT_PEPPER: PEPPER })).toThrow(
      /given once/,
    );
    expect(() => readSettings({ PARTICIPANT_PEPPER_FILE: `${file}-missing` })).toThrow(/can be read/);
  });

  it('come in pairs where one is useless without the other', () => {
    const issuer = { PARTICIPANT_PEPPER: PEPPER, OIDC_ISSUER: 'https://issuer.example/realms/x' };
    expect(() => readSettings(issuer)).toThrow('OIDC_ISSUER must be given together with OIDC_AUDIENCE');
    expect(() => readSettings({ PARTICIPANT_PEPPER: PEPPER, OIDC_AUDIENCE: 'patti' })).toThrow(
      'OIDC_AUDIENCE must be given together with OIDC_ISSUER',
    );
    expect(() => readSettings({ PARTICIPANT_PEPPER: PEPPER, OIDC_ROLES_CLAIM: 'roles' })).toThrow(
      'OIDC_ROLES_CLAIM must be given together with OIDC_ISSUER',
    );
    expect(readSettings({ ...issuer, OIDC_AUDIENCE: 'patti' })).toMatchObject({
      oidcIssuer: 'https://issuer.example/realms/x',
      oidcTokenType: 'at+jwt',
    });
  });

  it.each([
    'issuer.example',
    'http://issuer.example',
    'https://user:password@issuer.example',
    'https://issuer.example/?realm=x',
    'https://issuer.example/#x',
    'file:///etc/passwd',
  ])('do not trust an issuer at %s', (OIDC_ISSUER) => {
    expect(() => readSettings({ PARTICIPANT_PEPPER: PEPPER, OIDC_ISSUER, OIDC_AUDIENCE: 'patti' })).toThrow(
      'OIDC_ISSUER must be an https:// address',
    );
  });

  it('derive one key a purpose', () => {
    const settings = readSettings({ PARTICIPANT_PEPPER: PEPPER });
    expect(keyFor(settings, 'a')).toEqual(keyFor(settings, 'a'));
    expect(keyFor(settings, 'a')).not.toEqual(keyFor(settings, 'b'));
  });
});

describe('a seal', () => {
  const seal = new Seal([Buffer.alloc(32, 7), Buffer.alloc(32, 8)]);

  it('gives back what was closed', () => {
    expect(seal.open(seal.close('perché no'))).toBe('perché no');
  });

  it('does not open what was altered', () => {
    const sealed = seal.close('x');
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(seal.open(sealed)).toBeUndefined();
  });

  it('opens what was closed under the key before, and under no other', () => {
    expect(seal.open(new Seal([Buffer.alloc(32, 8)]).close('x'))).toBe('x');
    expect(seal.open(new Seal([Buffer.alloc(32, 9)]).close('x'))).toBeUndefined();
  });
});
