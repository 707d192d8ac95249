import { generateNetwork, outcomesKnownOn, type NetworkOptions } from './network.js';
import type { LinePlan } from './plan.js';

const options: NetworkOptions = { seed: 7, horizon: '2026-10-31', scale: 0.1 };
const { pacts } = generateNetwork(options);
const measures = pacts.flatMap(({ plan }) => plan.measures);
const lines = measures.flatMap((measure) => measure.lines);

const sum = ({ payments }: LinePlan, kind: string): number =>
  payments.filter((each) => each.kind === kind).reduce((total, each) => total + each.amountCents, 0);

describe('a generated plan', () => {
  it('has a measure for each code that pathways and commitments name', () => {
    for (const pact of pacts) {
      const codes = new Set(pact.plan.measures.map(({ code }) => code));
      const pushed = [...outcomesKnownOn(options, pact, options.horizon)].flatMap(({ record }) =>
        'measureCode' in record ? [String(record.measureCode)] : [],
      );
      const named = new Set([...pushed, ...pact.commitments.map(({ measure }) => measure)]);
      expect(named.size).toBeGreaterThan(3);
      expect([...named].filter((code) => !codes.has(code))).toEqual([]);
    }
  });

  it('pays within its lines, and above them only what an overrun allows', () => {
    for (const line of lines) {
      expect(sum(line, 'expenditure')).toBeLessThanOrEqual(line.amountCents + sum(line, 'overrun'));
    }
    expect(lines.some((line) => sum(line, 'expenditure') > line.amountCents)).toBe(true);
  });

  it('pays after the line begins and by the horizon, each payment under a name of its own', () => {
    for (const { payments, startsOn } of lines) {
      expect(new Set(payments.map(({ note }) => note)).size).toBe(payments.length);
      const days = payments.map(({ spentOn }) => spentOn);
      expect(days.filter((day) => day < startsOn || day > options.horizon)).toEqual([]);
    }
  });

  it('funds no measure beyond its budget, and leaves some open', () => {
    const funded = measures.filter(({ terms }) => terms !== undefined);
    for (const { terms, lines: paying } of funded) {
      const total = paying.reduce((whole, { amountCents }) => whole + amountCents, 0);
      expect(total).toBeLessThanOrEqual((terms?.budgetCents ?? 0) + paying.length);
    }
    expect(funded.length).toBeLessThan(measures.length);
  });

  it('tells progress that only grows, up to the whole of what is completed', () => {
    for (const { progress, settled } of measures) {
      const shares = progress.map(({ doneShare }) => doneShare);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      if (settled?.state === 'completed') expect(shares.at(-1)).toBe(1);
    }
  });

  it('issues vouchers on days of their own, used before they expire', () => {
    const issued = measures.map((measure) => measure.issued).filter((each) => each.length > 0);
    expect(issued).toHaveLength(12);
    for (const vouchers of issued) {
      expect(new Set(vouchers.map(({ issuedOn }) => issuedOn)).size).toBe(vouchers.length);
      for (const { issuedOn, expiresOn, amountCents, use } of vouchers) {
        if (!use) continue;
        expect(use.usedOn >= issuedOn && use.usedOn <= expiresOn).toBe(true);
        expect(use.usedCents).toBeLessThanOrEqual(amountCents);
      }
    }
  });

  it('has one pact follow the integrated local plan', () => {
    const templates = pacts.flatMap(({ plan }) => plan.template ?? []);
    expect(templates).toEqual(['integrated-local-plan']);
  });
});
