import { claimedRoles } from './claimed-roles.rules.js';

const PACT = '0199aaaa-0000-7000-8000-000000000001';
const ACTOR = '0199AAAA-0000-7000-8000-000000000002';

describe('roles in a claim', () => {
  it.each([
    ['patti:admin', { kind: 'admin', pacts: [], scopes: [] }],
    ['patti:auditor', { kind: 'auditor', pacts: [], scopes: [] }],
    [`patti:auditor:${PACT}`, { kind: 'auditor', pacts: [PACT], scopes: [] }],
    [`patti:coordinator:${PACT}`, { kind: 'coordinator', pacts: [PACT], scopes: [] }],
    [
      `patti:member:${PACT}:${ACTOR}`,
      { kind: 'member', pacts: [PACT], scopes: [], actorId: ACTOR.toLowerCase() },
    ],
  ])('are read: %s', (text, role) => {
    expect(claimedRoles({ roles: [text] }, 'roles')).toEqual([role]);
  });

  it.each([
    'admin',
    'patti',
    'patti:',
    'patti:root',
    'Patti:admin',
    'patti:Admin',
    ' patti:admin',
    `patti:admin:${PACT}`,
    'patti:coordinator',
    'patti:coordinator:',
    'patti:coordinator:*',
    `patti:coordinator:${PACT}:`,
    `patti:coordinator:${PACT}:${ACTOR}`,
    `patti:member:${PACT}`,
    `patti:member:${PACT}:${ACTOR}:x`,
    `patti:member::${ACTOR}`,
    'patti:__proto__',
    'patti:constructor',
    7,
    null,
    ['patti:admin'],
  ])('are passed over when they are no roles of ours: %p', (text) => {
    expect(claimedRoles({ roles: [text] }, 'roles')).toEqual([]);
  });

  it.each([
    ['a name', { roles: ['patti:admin'] }, 'roles'],
    ['a path', { realm_access: { roles: ['patti:admin'] } }, 'realm_access.roles'],
    ['a name with dots', { 'https://patti.example/roles': ['patti:admin'] }, 'https://patti.example/roles'],
    ['text with spaces between', { scope: 'openid patti:admin' }, 'scope'],
  ])('are found under %s', (_, claims, name) => {
    expect(claimedRoles(claims, name).map(({ kind }) => kind)).toEqual(['admin']);
  });

  it.each([
    ['nothing', {}],
    ['a number', { roles: 3 }],
    ['an object', { roles: { admin: true } }],
    ['a path that ends early', { roles: 'x', a: 'b' }],
  ])('are none in %s', (_, claims) => {
    expect(claimedRoles(claims, 'roles')).toEqual([]);
    expect(claimedRoles(claims, 'a.b.c')).toEqual([]);
    expect(claimedRoles(claims, '__proto__.toString')).toEqual([]);
  });

  it('are at most 500', () => {
    const many = Array.from({ length: 1_000 }, () => 'patti:admin');
    expect(claimedRoles({ roles: many }, 'roles').length).toBe(500);
  });
});
