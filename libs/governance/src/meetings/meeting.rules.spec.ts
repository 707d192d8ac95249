import fc from 'fast-check';
import {
  mayRecord,
  MEETING_STATES,
  nextMeetingStates,
  refusalOfDelegation,
  refusalOfMeetingMove,
  type Delegation,
} from './meeting.rules.js';

const anyDelegation = fc.record({
  memberVotes: fc.boolean(),
  delegateVotes: fc.boolean(),
  allowed: fc.nat(5),
  represented: fc.nat(5),
  delegateHasDelegated: fc.boolean(),
  memberRepresents: fc.boolean(),
});

const FINE: Delegation = {
  memberVotes: true,
  delegateVotes: true,
  allowed: 1,
  represented: 0,
  delegateHasDelegated: false,
  memberRepresents: false,
};

describe('a meeting', () => {
  const planned = { state: 'convened', heldOn: '2026-03-10', hasMinutes: false } as const;

  it('begins on its day, not before', () => {
    expect(refusalOfMeetingMove(planned, 'held', '2026-03-09')).toBe('too-early');
    expect(refusalOfMeetingMove(planned, 'held', '2026-03-10')).toBeUndefined();
  });

  it('ends with its minutes', () => {
    const held = { ...planned, state: 'held' } as const;
    expect(refusalOfMeetingMove(held, 'minuted', '2026-03-11')).toBe('no-minutes');
    expect(refusalOfMeetingMove({ ...held, hasMinutes: true }, 'minuted', '2026-03-11')).toBeUndefined();
  });

  it('moves nowhere but where the list of moves says', () => {
    for (const state of MEETING_STATES) {
      for (const to of MEETING_STATES) {
        const refusal = refusalOfMeetingMove({ ...planned, state, hasMinutes: true }, to, '2026-12-31');
        expect(refusal).toBe(nextMeetingStates(state).includes(to) ? undefined : 'unlisted');
      }
    }
  });

  it('knows before it begins who will not come, and only then who came', () => {
    expect(mayRecord('planned', 'excused')).toBe(true);
    expect(mayRecord('convened', 'present')).toBe(false);
    expect(mayRecord('held', 'present')).toBe(true);
    expect(mayRecord('minuted', 'present')).toBe(false);
    expect(mayRecord('cancelled', 'excused')).toBe(false);
  });
});

describe('a delegation', () => {
  it.each([
    [{ allowed: 0 }, 'not-allowed'],
    [{ memberVotes: false }, 'not-voting'],
    [{ delegateVotes: false }, 'not-voting'],
    [{ represented: 1 }, 'too-many'],
    [{ delegateHasDelegated: true }, 'passed-on'],
    [{ memberRepresents: true }, 'passed-on'],
    [{}, undefined],
  ] as const)('with %j is refused as %s', (more, refusal) => {
    expect(refusalOfDelegation({ ...FINE, ...more })).toBe(refusal);
  });

  it('never gives a delegate more members than the mandate allows', () => {
    fc.assert(
      fc.property(anyDelegation, (delegation) => {
        if (refusalOfDelegation(delegation) !== undefined) return;
        expect(delegation.represented + 1).toBeLessThanOrEqual(delegation.allowed);
      }),
    );
  });
});
