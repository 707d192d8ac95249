import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { startApi, type TestApi } from '../support/api.js';
import { capturedLog } from '../support/captured-log.js';
import { FORGED_TOKENS } from '../support/forged-tokens.js';
import { AUDIENCE, PERSON, startIssuer, type TestIssuer } from '../support/issuer.js';

describe('a forged access token', () => {
  const { log, lines } = capturedLog();
  const sent: string[] = [];
  let issuer: TestIssuer;
  let api: TestApi;
  let good: string;
  beforeAll(async () => {
    issuer = await startIssuer([PERSON]);
    api = await startApi({ OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: AUDIENCE }, log);
    good = await issuer.tokenOf(PERSON);
  });
  afterAll(async () => {
    await api.close();
    await issuer.close();
  });

  const raw = async (authorization: string[]): Promise<IncomingMessage> => {
    const sending = httpRequest(`${api.url}/v1/me`, { headers: { Authorization: authorization } }).end();
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    answer.resume();
    return answer;
  };

  it('is made after a good one, which opens the door', async () => {
    expect((await api.client(good).get('/v1/me')).body).toMatchObject({ subject: PERSON, roles: [] });
    expect((await api.client(await issuer.sign({})).get('/v1/me')).status).toBe(200);
    expect(
      (await api.client(await issuer.sign({}, { typ: 'application/at+jwt' })).get('/v1/me')).status,
    ).toBe(200);
    expect((await api.client(await issuer.sign({ aud: ['x', AUDIENCE] })).get('/v1/me')).status).toBe(200);
  });

  it.each(Object.keys(FORGED_TOKENS))('is refused like any other: %s', async (name) => {
    const token = (await FORGED_TOKENS[name]?.(issuer, good)) ?? '';
    sent.push(token);
    const { status, headers, body } = await api.client(token).get('/v1/me');
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="patti", error="invalid_token"');
    expect(body).toEqual({
      type: '/problems/unauthenticated',
      title: 'A valid access token is needed',
      status: 401,
      instance: '/v1/me',
      requestId: expect.any(String),
    });
  });

  it('is refused beside a good one', async () => {
    expect((await raw([`Bearer ${good}`])).statusCode).toBe(200);
    for (const both of [
      [`Bearer ${good}`, 'Bearer canary'],
      ['Bearer canary', `Bearer ${good}`],
    ]) {
      const { statusCode, headers } = await raw(both);
      expect([statusCode, headers['www-authenticate']]).toEqual([
        401,
        expect.stringContaining('invalid_token'),
      ]);
    }
  });

  it('is told from none at all', async () => {
    const { status, headers } = await api.client().get('/v1/me');
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="patti"']);
  });

  it('does not make the issuer busy: keys were asked for twice at most', () => {
    expect(issuer.asked.filter((path) => path === '/jwks').length).toBeLessThanOrEqual(2);
  });

  it('leaves nothing of itself in the log, and neither does a good one', () => {
    expect(sent.length).toBeGreaterThanOrEqual(25);
    const pieces = [...sent, good].flatMap((token) => token.split('.')).filter((piece) => piece.length > 5);
    const said = lines.join('');
    expect(said).toContain('an access token was refused');
    for (const piece of pieces) expect(said).not.toContain(piece);
    expect(said).not.toMatch(/bonfaldi|or 1=1|"level":50/);
  });
});
