import { startApi, type TestApi } from '../support/api.js';
import { capturedLog } from '../support/captured-log.js';
import { AUDIENCE, PERSON, startIssuer, type TestIssuer } from '../support/issuer.js';

describe('while the issuer is away', () => {
  const { log, lines } = capturedLog();
  let gone: TestIssuer;
  let api: TestApi;
  beforeAll(async () => {
    gone = await startIssuer([PERSON]);
    await gone.close();
    api = await startApi({ OIDC_ISSUER: gone.url, OIDC_AUDIENCE: AUDIENCE }, log);
  });
  afterAll(() => api.close());

  it('the service starts, and keys open the door', async () => {
    expect((await api.admin.get('/v1/me')).status).toBe(200);
  });

  it('access tokens are told to come again, each at once', async () => {
    const token = await gone.sign({});
    for (let count = 0; count < 20; count++) {
      const { status, headers, body } = await api.client(token).get('/v1/me');
      expect([status, body.type, headers.get('retry-after')]).toEqual([
        503,
        '/problems/issuer-unreachable',
        '5',
      ]);
    }
    const said = lines.filter((line) => line.includes('could not be asked'));
    expect(said).toEqual([expect.stringContaining('"reason":"ECONNREFUSED"')]);
  });

  it('what is no access token is refused as ever', async () => {
    for (const token of ['x'.repeat(40), `patti_${'0'.repeat(32)}_${'0'.repeat(64)}`, 'a.b']) {
      expect((await api.client(token).get('/v1/me')).status).toBe(401);
    }
  });
});

describe('without an issuer', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('access tokens open nothing, and there is nobody to grant a role to', async () => {
    expect((await api.client('eyJhbGciOiJSUzI1NiJ9.e30.AA').get('/v1/me')).status).toBe(401);
    const { status, body } = await api.admin.post('/v1/grants', { subject: PERSON, kind: 'auditor' });
    expect([status, body.type]).toEqual([409, '/problems/sign-in-not-configured']);
  });
});

describe('an issuer that does not mark its access tokens', () => {
  let issuer: TestIssuer;
  let api: TestApi;
  beforeAll(async () => {
    issuer = await startIssuer([PERSON]);
    api = await startApi({ OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: AUDIENCE, OIDC_TOKEN_TYPE: 'jwt' });
  });
  afterAll(async () => {
    await api.close();
    await issuer.close();
  });

  it.each([
    ['a plain JWT', 200, {}, { typ: 'JWT' }],
    ['a plain JWT of Keycloak', 200, { typ: 'Bearer', azp: 'dashboard' }, { typ: 'JWT' }],
    ['an access token by RFC 9068', 200, {}, {}],
    ['an ID token of Keycloak', 401, { typ: 'ID' }, { typ: 'JWT' }],
    ['an ID token of another', 401, { at_hash: 'x' }, { typ: 'JWT' }],
    ['a logout token', 401, {}, { typ: 'logout+jwt' }],
    ['a token without a type', 401, {}, { typ: undefined }],
  ])('is believed when it is asked to be: %s gets %i', async (_, expected, claims, header) => {
    expect((await api.client(await issuer.sign(claims, header)).get('/v1/me')).status).toBe(expected);
  });

  it('gets the minute by which clocks may differ, and no more', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const statuses = [];
    for (const claims of [{ exp: now - 50 }, { nbf: now + 50 }, { iat: now + 50 }, { exp: now - 65 }]) {
      statuses.push((await api.client(await issuer.sign(claims)).get('/v1/me')).status);
    }
    expect(statuses).toEqual([200, 200, 200, 401]);
  });

  it('is not believed beyond the end of a token, although it was seen a moment ago', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const token = await issuer.sign({ exp: now - 58 });
    expect((await api.client(token).get('/v1/me')).status).toBe(200);
    await new Promise((later) => setTimeout(later, 3_000));
    expect((await api.client(token).get('/v1/me')).status).toBe(401);
  });
});
