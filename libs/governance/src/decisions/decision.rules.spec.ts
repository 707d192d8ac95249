import { refusalOfDecisionMove } from './decision.rules.js';

describe('a decision', () => {
  const move = { from: 'open', to: 'implemented', openActions: 0 } as const;

  it('is implemented once all its actions have come to their end', () => {
    expect(refusalOfDecisionMove({ ...move, openActions: 1 })).toBe('actions-open');
    expect(refusalOfDecisionMove(move)).toBeUndefined();
  });

  it('is dropped for a reason', () => {
    expect(refusalOfDecisionMove({ ...move, to: 'dropped' })).toBe('no-reason');
    expect(refusalOfDecisionMove({ ...move, to: 'dropped', reason: 'No means' })).toBeUndefined();
  });

  it('ends once', () => {
    expect(refusalOfDecisionMove({ ...move, from: 'implemented', to: 'dropped', reason: 'x' })).toBe(
      'unlisted',
    );
    expect(refusalOfDecisionMove({ ...move, to: 'open' })).toBe('unlisted');
  });
});
