import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { createLog } from '#platform';
import { IssuerKeys } from './issuer-keys.js';

const ISSUER = 'https://issuer.example/realms/patti';
const MINUTE = 60_000;
const NO_TOKEN = { payload: '', signature: '' };

/** An issuer and a clock in the hands of the test. */
class World {
  readonly asked: string[] = [];
  keys: JWK[] = [];
  time = 0;
  away = false;
  answers: Record<string, unknown> = { issuer: ISSUER, jwks_uri: `${ISSUER}/certs` };

  readonly now = (): number => this.time;
  readonly fetch = (address: unknown): Promise<Response> => {
    this.asked.push(String(address));
    if (this.away) return Promise.reject(new TypeError('fetch failed'));
    const isDiscovery = String(address).endsWith('/.well-known/openid-configuration');
    return Promise.resolve(Response.json(isDiscovery ? this.answers : { keys: this.keys }));
  };
}

const jwk = async (kid: string): Promise<JWK> => {
  const { publicKey } = await generateKeyPair('ES256');
  return { ...(await exportJWK(publicKey)), kid };
};

describe('the keys of an issuer', () => {
  let world: World;
  let keys: IssuerKeys;
  beforeEach(async () => {
    world = new World();
    world.keys = [await jwk('first')];
    keys = new IssuerKeys(ISSUER, createLog('silent'), world);
  });

  const find = (kid: string) => keys.find({ alg: 'ES256', kid }, NO_TOKEN);
  const settled = () => new Promise((later) => setTimeout(later, 5));
  const UNREACHABLE = { kind: { slug: 'issuer-unreachable', status: 503 } };

  it('are not asked for before the first token, and once for many', async () => {
    expect(world.asked).toEqual([]);
    await Promise.all([find('first'), find('first'), find('first')]);
    world.time = 9 * MINUTE;
    await find('first');
    expect(world.asked).toEqual([`${ISSUER}/.well-known/openid-configuration`, `${ISSUER}/certs`]);
  });

  it('are found anew when a token names one that came later', async () => {
    await find('first');
    world.keys.push(await jwk('second'));
    world.time = MINUTE;
    await expect(find('second')).resolves.toBeDefined();
  });

  it('are asked for once in half a minute, however many tokens name unknown ones', async () => {
    await find('first');
    world.time = MINUTE;
    for (let time = MINUTE; time < 2 * MINUTE; time += 500) {
      world.time = time;
      await expect(find(`made up at ${time}`)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    }
    expect(world.asked.length).toBe(2 + 2 * 2);
  });

  it('are looked after while old ones serve, so that no token waits', async () => {
    await find('first');
    world.time = 11 * MINUTE;
    world.keys = [await jwk('second')];
    await expect(find('first')).resolves.toBeDefined();
    await settled();
    await expect(find('first')).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });

  it('serve for an hour while the issuer is away, and no longer', async () => {
    await find('first');
    world.away = true;
    world.time = 59 * MINUTE;
    await expect(find('first')).resolves.toBeDefined();
    await settled();
    await expect(find('unknown')).rejects.toMatchObject(UNREACHABLE);
    world.time = 61 * MINUTE;
    await expect(find('first')).rejects.toMatchObject(UNREACHABLE);
  });

  it('are tried again some seconds after a failure, not with every token', async () => {
    world.away = true;
    for (let count = 0; count < 50; count++) await expect(find('first')).rejects.toMatchObject(UNREACHABLE);
    expect(world.asked.length).toBe(1);
    world.away = false;
    world.time = 5_000;
    await expect(find('first')).resolves.toBeDefined();
  });

  it.each([
    ['calls itself otherwise', { issuer: `${ISSUER}/`, jwks_uri: `${ISSUER}/certs` }],
    [
      'keeps its keys where anybody can change them',
      { issuer: ISSUER, jwks_uri: 'http://issuer.example/certs' },
    ],
    ['keeps its keys in a file', { issuer: ISSUER, jwks_uri: 'file:///etc/passwd' }],
    ['does not say where they are', { issuer: ISSUER }],
  ])('are not taken from one that %s', async (_, answers) => {
    world.answers = answers;
    await expect(find('first')).rejects.toMatchObject(UNREACHABLE);
  });

  it('are not taken when they are no keys', async () => {
    world.keys = 'nonsense' as unknown as JWK[];
    await expect(find('first')).rejects.toMatchObject(UNREACHABLE);
  });
});
