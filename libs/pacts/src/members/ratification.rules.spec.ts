import fc from 'fast-check';
import { isRatified, type RatificationRule, type Signatory } from './ratification.rules.js';

const all: RatificationRule = { kind: 'all_signatories' };
const majority = (shareOfActors: number, ofEachSystem = false): RatificationRule => ({
  kind: 'qualified_majority',
  shareOfActors,
  ofEachSystem,
});
const group = (system: string, signed: number, of: number): Signatory[] =>
  Array.from({ length: of }, (_, index) => ({ system, signed: index < signed }));

const anyGroup = fc.array(
  fc.record({
    system: fc.constantFrom('public', 'third_sector', 'economic_productive', 'community'),
    signed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);
const anyRule = fc.oneof(
  fc.constant(all),
  fc
    .tuple(fc.integer({ min: 5_000, max: 10_000 }), fc.boolean())
    .map(([share, each]) => majority(share / 10_000, each)),
);

describe('ratification', () => {
  it('needs every signatory where the rule says all', () => {
    expect(isRatified(all, group('public', 2, 3))).toBe(false);
    expect(isRatified(all, group('public', 3, 3))).toBe(true);
  });

  it('needs the share of the actors where the rule is a qualified majority', () => {
    expect(isRatified(majority(0.6667), group('public', 2, 3))).toBe(true);
    expect(isRatified(majority(0.67), group('public', 2, 3))).toBe(false);
    expect(isRatified(majority(0.5), group('public', 2, 4))).toBe(true);
  });

  it('needs the share in each system that takes part, where the rule says so', () => {
    const uneven = [...group('public', 4, 4), ...group('community', 0, 1)];
    expect(isRatified(majority(0.6), uneven)).toBe(true);
    expect(isRatified(majority(0.6, true), uneven)).toBe(false);
    expect(isRatified(majority(0.6, true), [...group('public', 3, 4), ...group('community', 1, 1)])).toBe(
      true,
    );
  });

  it('is not reached by a pact that nobody is asked to sign', () => {
    expect(isRatified(all, [])).toBe(false);
    expect(isRatified(majority(0.5), [])).toBe(false);
  });

  it('is always reached when all have signed, never when nobody has', () => {
    fc.assert(
      fc.property(anyRule, anyGroup, (rule, signatories) => {
        expect(
          isRatified(
            rule,
            signatories.map((each) => ({ ...each, signed: true })),
          ),
        ).toBe(true);
        expect(
          isRatified(
            rule,
            signatories.map((each) => ({ ...each, signed: false })),
          ),
        ).toBe(false);
      }),
    );
  });

  it('is never undone by one more signature', () => {
    fc.assert(
      fc.property(anyRule, anyGroup, fc.nat(), (rule, signatories, pick) => {
        const one = pick % signatories.length;
        const more = signatories.map((each, index) => (index === one ? { ...each, signed: true } : each));
        if (isRatified(rule, signatories)) expect(isRatified(rule, more)).toBe(true);
      }),
    );
  });
});
