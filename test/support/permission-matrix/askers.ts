import { randomBytes } from 'node:crypto';
import { KINDS } from '#identity';
import type { Client, TestApi } from '../api.js';
import type { TestIssuer } from '../issuer.js';
import type { Asker } from './judge.js';
import type { Stage } from './stage.js';

type Kind = (typeof KINDS)[number];
export type Asking = [Asker, Client];

const EXPIRES_MS = 3_000;
/** How long a node trusts what it has looked up. */
const TRUST_MS = 1_050;

/** Kinds that belong to no pact. */
const isEverywhere = (kind: Kind): boolean => kind === 'admin';
const isBound = (kind: Kind): boolean => kind === 'member' || kind === 'case_worker';
const passed = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));
const soon = (): string => new Date(Date.now() + EXPIRES_MS).toISOString();

/** Callers with a key of each kind, in the pact that is asked about and in another one. */
export const withKeys = (own: Stage, foreign: Stage): Asking[] => [
  ...[...own.askers].map(([kind, client]): Asking => [{ name: kind, kind, own: true }, client]),
  ...[...foreign.askers]
    .filter(([kind]) => kind !== 'admin')
    .map(([kind, client]): Asking => [{ name: `a foreign ${kind}`, kind, own: false }, client]),
  [{ name: 'the member that receives', kind: 'member', own: true }, own.receiver],
];

/** A role in the pact for each kind, as a key or a grant is asked for. */
function roleOf(kind: Kind, { pactId, ids }: Stage) {
  return { kind, ...(isBound(kind) && { actorId: ids.actorId }), pactId: isEverywhere(kind) ? [] : [pactId] };
}

type Wish = Readonly<Record<string, unknown>>;

async function newKey(api: TestApi, stage: Stage, kind: Kind, more: Wish = {}) {
  const { pactId: pacts, ...role } = roleOf(kind, stage);
  const { body } = await api.admin.post('/v1/api-keys', { name: 'x', pacts, ...role, ...more });
  return body as { id: string; key: string };
}

async function newGrant(api: TestApi, stage: Stage, kind: Kind, more: Wish): Promise<string> {
  const {
    pactId: [pactId],
    ...role
  } = roleOf(kind, stage);
  const { body } = await api.admin.post('/v1/grants', { ...role, ...(pactId && { pactId }), ...more });
  return body.id as string;
}

/** Whoever has no key, or one that is none any more; of every kind. */
export async function withoutValidKey(api: TestApi, stage: Stage): Promise<Asking[]> {
  const ended = await Promise.all(
    KINDS.map(async (kind): Promise<[string, string][]> => {
      const revoked = await newKey(api, stage, kind);
      await api.admin.delete(`/v1/api-keys/${revoked.id}`);
      const expired = await newKey(api, stage, kind, { expiresAt: soon() });
      return [
        [`a revoked ${kind}`, revoked.key],
        [`an expired ${kind}`, expired.key],
      ];
    }),
  );
  await passed(EXPIRES_MS);
  const tokens: [string, string | undefined][] = [
    ['anonymous', undefined],
    ['garbage', randomBytes(40).toString('hex')],
    ...ended.flat(),
  ];
  return tokens.map(([name, token]) => [{ name, kind: undefined, own: true }, api.client(token)]);
}

/** People whose token has expired, and people who had a role of each kind and have it no more. */
export async function peopleOfThePast(api: TestApi, issuer: TestIssuer, stage: Stage): Promise<Asking[]> {
  const people = await Promise.all(
    KINDS.flatMap((kind) => [
      withEndedToken(api, issuer, stage, kind),
      withEndedGrant(api, issuer, stage, kind, 'a revoked'),
      withEndedGrant(api, issuer, stage, kind, 'an expired'),
    ]),
  );
  await passed(EXPIRES_MS + TRUST_MS);
  return people;
}

async function withEndedToken(api: TestApi, issuer: TestIssuer, stage: Stage, kind: Kind): Promise<Asking> {
  const sub = `token-of-${kind}`;
  await newGrant(api, stage, kind, { subject: sub });
  await expectRole(api.client(await issuer.sign({ sub })), kind);
  // Beyond the minute that is allowed for clocks that differ.
  const exp = Math.floor(Date.now() / 1_000) - 90;
  const token = await issuer.sign({ sub, exp, iat: exp - 300 });
  return [
    { name: `a person, ${kind}, with an expired token`, kind: undefined, own: true },
    api.client(token),
  ];
}

/** It still signs in, and is nobody. */
async function withEndedGrant(
  api: TestApi,
  issuer: TestIssuer,
  stage: Stage,
  ...[kind, end]: [Kind, 'a revoked' | 'an expired']
): Promise<Asking> {
  const sub = `${end}-${kind}`;
  const more = end === 'an expired' ? { expiresAt: soon() } : {};
  const grantId = await newGrant(api, stage, kind, { subject: sub, ...more });
  const client = api.client(await issuer.sign({ sub }));
  await expectRole(client, kind);
  if (end === 'a revoked') await api.admin.delete(`/v1/grants/${grantId}`);
  return [{ name: `a person, ${kind} by ${end} grant`, kind: 'nobody', own: false }, client];
}

/** What never worked would prove nothing by not working. */
async function expectRole(client: Client, kind: Kind): Promise<void> {
  const { body } = await client.get('/v1/me');
  if (body.kind !== kind) throw new Error(`${kind} was not granted: ${JSON.stringify(body)}`);
}

/** Of each kind for which scopes do anything: one with a key, and one with a grant, that has another or none. */
export async function outOfScope(
  api: TestApi,
  issuer: TestIssuer,
  own: Stage,
  actorId: string,
): Promise<Asking[]> {
  const wishes: [Kind, Wish][] = [
    ['partner', { scopes: ['source:elsewhere'] }],
    ['case_worker', { scopes: ['access-point:elsewhere'], actorId }],
    ['coordinator', {}],
    ['admin', {}],
  ];
  const asking = await Promise.all(
    wishes.map(async ([kind, more]): Promise<Asking[]> => {
      const asker = { kind, own: true, wrongScope: true };
      const { key } = await newKey(api, own, kind, more);
      const subject = `out-of-scope-${kind}`;
      await newGrant(api, own, kind, { ...more, subject });
      return [
        [{ ...asker, name: `a ${kind} out of its scope` }, api.client(key)],
        [
          { ...asker, name: `a person, ${kind} out of its scope` },
          api.client(await issuer.sign({ sub: subject })),
        ],
      ];
    }),
  );
  return asking.flat();
}
