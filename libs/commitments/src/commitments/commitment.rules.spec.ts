import fc from 'fast-check';
import {
  bindingTogether,
  COMMITMENT_STATES,
  isComputed,
  isOpen,
  refusalOfMove,
  standingOf,
  type CommitmentState,
  type Standing,
} from './commitment.rules.js';

const LISTED = [
  'draft>proposed',
  'proposed>agreed',
  'proposed>released',
  'agreed>active',
  'agreed>renegotiating',
  'agreed>released',
  'active>renegotiating',
  'active>released',
  'renegotiating>proposed',
  'renegotiating>released',
];

const anyState = fc.constantFrom(...COMMITMENT_STATES);
const anyStanding = fc.record({
  promisor: fc.boolean(),
  counterpart: fc.boolean(),
  coordinator: fc.boolean(),
});
const anyActor = fc.constantFrom('a', 'b', 'c');
const anyVoice = fc.record(
  {
    kind: fc.constantFrom('admin', 'coordinator', 'member', 'partner', 'dashboard'),
    actorId: anyActor,
  },
  { requiredKeys: ['kind'] },
);
const days = { startsOn: '2026-01-01', today: '2026-06-01' };
const nobody: Standing = { promisor: false, counterpart: false, coordinator: false };

const refusal = (from: CommitmentState, to: CommitmentState, standing: Standing, today = days.today) =>
  refusalOfMove({ from, to, startsOn: days.startsOn, today }, standing);

describe('the states of a commitment', () => {
  it('are left by listed moves only, whoever asks', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyState, anyStanding), { maxLength: 30 }), (wishes) => {
        let state: CommitmentState = 'draft';
        for (const [to, standing] of wishes) {
          if (refusal(state, to, standing)) continue;
          expect(LISTED).toContain(`${state}>${to}`);
          state = to;
        }
      }),
    );
  });

  it('have each listed move for somebody', () => {
    const everybody = { promisor: true, counterpart: true, coordinator: true };
    for (const move of LISTED) {
      const [from, to] = move.split('>') as [CommitmentState, CommitmentState];
      expect(refusal(from, to, everybody)).toBeUndefined();
    }
  });

  it('are never typed in where they are computed', () => {
    fc.assert(
      fc.property(anyState, anyState.filter(isComputed), anyStanding, (from, to, standing) => {
        expect(refusal(from, to, standing)).toBe('computed');
      }),
    );
  });

  it('tell what must be settled before its promisor can leave', () => {
    expect(COMMITMENT_STATES.filter((state) => isOpen(state, 1))).toEqual([
      'agreed',
      'active',
      'renegotiating',
    ]);
    expect(isOpen('proposed', 2)).toBe(true);
  });
});

describe('a move', () => {
  it('to proposed is made by nobody but the promisor', () => {
    expect(refusal('draft', 'proposed', { promisor: false, counterpart: true, coordinator: true })).toBe(
      'not-the-promisor',
    );
    expect(refusal('draft', 'proposed', { ...nobody, promisor: true })).toBeUndefined();
  });

  it.each(['agreed', 'released'] as const)('to %s is made by the counterparts', (to) => {
    expect(refusal('proposed', to, { ...nobody, promisor: true, coordinator: true })).toBe(
      'not-a-counterpart',
    );
    expect(refusal('proposed', to, { ...nobody, counterpart: true })).toBeUndefined();
  });

  it('to active waits for the first day', () => {
    const promisor = { ...nobody, promisor: true };
    expect(refusal('agreed', 'active', promisor, '2025-12-31')).toBe('too-early');
    expect(refusal('agreed', 'active', promisor, '2026-01-01')).toBeUndefined();
    expect(refusal('agreed', 'active', { ...nobody, counterpart: true })).toBe('not-a-party');
  });

  it('to renegotiating is made by either side', () => {
    expect(refusal('active', 'renegotiating', { ...nobody, promisor: true })).toBeUndefined();
    expect(refusal('active', 'renegotiating', { ...nobody, counterpart: true })).toBeUndefined();
    expect(refusal('active', 'renegotiating', { ...nobody, coordinator: true })).toBe('not-a-party');
  });
});

describe('the standing of a caller', () => {
  it('is never that of a counterpart for whoever promised', () => {
    fc.assert(
      fc.property(
        anyVoice,
        anyActor,
        fc.uniqueArray(anyActor),
        (voice, promisorActorId, beneficiaryActorIds) => {
          const standing = standingOf(voice, { promisorActorId, beneficiaryActorIds });
          expect(standing.promisor && standing.counterpart).toBe(false);
          if (voice.actorId === promisorActorId) expect(standing.counterpart).toBe(false);
        },
      ),
    );
  });

  it('lets a coordinator speak for the pact, and not for a named beneficiary', () => {
    const coordinator = { kind: 'coordinator' };
    expect(standingOf(coordinator, { promisorActorId: 'a', beneficiaryActorIds: [] }).counterpart).toBe(true);
    expect(standingOf(coordinator, { promisorActorId: 'a', beneficiaryActorIds: ['b'] }).counterpart).toBe(
      false,
    );
  });
});

describe('commitments on condition of others', () => {
  const graph = fc
    .integer({ min: 1, max: 12 })
    .chain((size) =>
      fc.array(fc.option(fc.nat(14), { nil: undefined }), { minLength: size, maxLength: size }),
    )
    .map((links) =>
      links.map((on, index) => ({ id: `${index}`, ...(on !== undefined && { conditionalOnId: `${on}` }) })),
    );

  it('become binding together when each waits only for the other', () => {
    const give = { id: 'give', conditionalOnId: 'take' };
    const take = { id: 'take', conditionalOnId: 'give' };
    expect(bindingTogether([give, take], new Set())).toEqual([give, take]);
    expect(bindingTogether([give], new Set())).toEqual([]);
    expect(bindingTogether([give], new Set(['take']))).toEqual([give]);
  });

  it('wait, down the whole chain, for one that is missing', () => {
    const chain = ['b', 'c', 'd'].map((id, index) => ({ id, conditionalOnId: ['a', 'b', 'c'][index] ?? '' }));
    expect(bindingTogether(chain, new Set())).toEqual([]);
    expect(bindingTogether(chain, new Set(['a']))).toEqual(chain);
  });

  it('never become binding with a condition that is not met', () => {
    fc.assert(
      fc.property(graph, fc.uniqueArray(fc.nat(14).map(String)), (agreed, standing) => {
        const binding = bindingTogether(agreed, new Set(standing));
        const met = new Set([...standing, ...binding.map(({ id }) => id)]);
        for (const { conditionalOnId } of binding) {
          if (conditionalOnId !== undefined) expect(met.has(conditionalOnId)).toBe(true);
        }
      }),
    );
  });
});
