import {
  actingAnywhere,
  actingIn,
  enteredPacts,
  enters,
  merged,
  wished,
  type Kind,
  type Role,
} from './role.rules.js';

const role = (kind: Kind, pacts: string[], actorId?: string): Role => ({
  kind,
  pacts,
  scopes: [],
  ...(actorId && { actorId }),
});
const scoped = (pacts: string[], ...scopes: string[]): Role => ({ kind: 'coordinator', pacts, scopes });
const only =
  (...kinds: Kind[]) =>
  (kind: Kind): boolean =>
    kinds.includes(kind);

describe('a role', () => {
  it.each([
    ['an administrator', role('admin', []), true],
    ['an auditor of all', role('auditor', []), true],
    ['an auditor of a pact', role('auditor', ['b']), false],
    ['a coordinator of a pact', role('coordinator', ['b']), false],
    ['a coordinator of none', role('coordinator', []), false],
  ])('of %s enters another pact: %p', (_, held, expected) => {
    expect(enters(held, 'a')).toBe(expected);
    expect(enteredPacts(held) === undefined).toBe(expected);
  });
});

describe('roles', () => {
  it('of one kind and actor become one, in the order of the kinds', () => {
    const held = [role('member', ['b'], 'x'), role('auditor', ['a']), role('member', ['c'], 'x')];
    const more = [role('coordinator', ['a']), role('member', ['c'], 'y'), role('auditor', [])];
    expect(merged([...held, ...more, role('coordinator', ['a'])])).toEqual([
      role('coordinator', ['a']),
      role('member', ['b', 'c'], 'x'),
      role('member', ['c'], 'y'),
      role('auditor', ['a']),
      role('auditor', []),
    ]);
  });

  it('with other scopes stay apart, so that a scope opens no pact it was not given for', () => {
    const held = [scoped(['a'], 's', 't'), scoped(['b']), scoped(['c'], 't', 's')];
    expect(merged(held)).toEqual([scoped(['a', 'c'], 't', 's'), scoped(['b'])]);
  });

  it('can be asked for by kind, and by actor', () => {
    const held = [role('coordinator', ['a']), role('member', ['a'], 'x'), role('member', ['a'], 'y')];
    expect(wished(held, undefined)).toEqual(held);
    expect(wished(held, 'member')).toEqual(held.slice(1));
    expect(wished(held, 'member:y')).toEqual(held.slice(2));
    for (const wish of ['admin', 'member:z', '', ':', 'coordinator:x'])
      expect(wished(held, wish)).toEqual([]);
  });
});

describe('acting in a pact', () => {
  const here = [role('coordinator', ['a']), role('member', ['a'], 'x')];

  it('is done in the first role that may', () => {
    expect(actingIn(here, here, only('member'))).toEqual(here[1]);
    expect(actingIn(here, here, only('coordinator', 'member'))?.kind).toBe('coordinator');
    expect(actingIn(here, here, only('admin'))).toBeUndefined();
  });

  it('has the scopes of the same role held twice there, and of no other role', () => {
    const partner: Role = { kind: 'partner', pacts: ['a'], scopes: ['other'] };
    const held = [scoped(['a']), scoped(['a'], 's'), partner];
    expect(actingIn(held, held, only('coordinator', 'partner'))).toEqual(scoped(['a'], 's'));
  });

  it('keeps the actor one speaks for elsewhere in it', () => {
    expect(actingIn(here, here, only('coordinator'))).toEqual(role('coordinator', ['a'], 'x'));
    expect(actingIn(here, here.slice(0, 1), only('coordinator'))).toEqual(role('coordinator', ['a'], 'x'));
  });
});

describe('acting where no pact is named', () => {
  const allowed = only('coordinator', 'member', 'auditor', 'admin');

  it('reaches the pacts of every role that may, and of no other', () => {
    const held = [role('coordinator', ['a']), role('member', ['b'], 'x'), role('dashboard', ['c'])];
    expect(actingAnywhere(held, allowed)).toEqual(role('coordinator', ['a', 'b']));
    expect(actingAnywhere(held, only('dashboard'))).toEqual(role('dashboard', ['c']));
    expect(actingAnywhere(held, only('partner'))).toBeUndefined();
    expect(actingAnywhere([], allowed)).toBeUndefined();
  });

  it('speaks for an actor only where all roles speak for the same', () => {
    const [x, alsoX, y] = [
      role('member', ['a'], 'x'),
      role('case_worker', ['b'], 'x'),
      role('member', ['b'], 'y'),
    ];
    expect(actingAnywhere([x, alsoX], only('member', 'case_worker'))?.actorId).toBe('x');
    expect(actingAnywhere([x, y], allowed)).not.toHaveProperty('actorId');
  });

  it('under a scope reaches the pacts of the roles that have it, if any has', () => {
    const held = [scoped(['a']), scoped(['b'], 's', 't'), scoped(['c'], 's'), role('admin', [])];
    expect(actingAnywhere(held, allowed, 's')).toEqual(scoped(['b', 'c'], 's'));
    expect(actingAnywhere(held.slice(0, 2), allowed)).toEqual(scoped(['a', 'b']));
    expect(actingAnywhere(held, allowed, 'x')).toEqual(role('admin', []));
  });

  it('reaches all where one role does', () => {
    const held = [role('coordinator', ['a']), role('auditor', [])];
    expect(actingAnywhere(held, allowed)).toEqual(role('auditor', []));
  });
});
