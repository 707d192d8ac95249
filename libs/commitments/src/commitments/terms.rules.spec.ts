import fc from 'fast-check';
import { faultsOfQuantity, faultsOfTerms, type Terms } from './terms.rules.js';

const terms: Terms = {
  resource: { kind: 'staff_time', quantity: 100, unit: 'hours' },
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  milestones: [
    { dueOn: '2026-06-30', quantity: 40.5 },
    { dueOn: '2026-12-31', quantity: 59.5 },
  ],
};
const found = (changes: Partial<Terms>) =>
  faultsOfTerms({ ...terms, ...changes }).map(({ pointer, code }) => `${pointer} ${code}`);

describe('the terms of a commitment', () => {
  it('are in order when milestones lie in the period, follow one another and do not exceed the whole', () => {
    expect(found({})).toEqual([]);
    expect(found({ milestones: [] })).toEqual([]);
  });

  it.each([
    [{ endsOn: '2025-12-31', milestones: [] }, ['/endsOn before-start']],
    [{ milestones: [{ dueOn: '2027-01-01', quantity: 1 }] }, ['/milestones/0/dueOn outside-period']],
    [{ milestones: [terms.milestones[1]!, terms.milestones[0]!] }, ['/milestones/1/dueOn not-later']],
    [{ milestones: [{ dueOn: '2026-06-30', quantity: 100.01 }] }, ['/milestones exceeds-quantity']],
    [{ resource: { kind: 'money', quantity: 100, unit: 'hours' } }, ['/resource/unit unit-of-other-kind']],
    [
      { resource: { kind: 'money', quantity: 99.5, unit: 'EUR' }, milestones: [] },
      ['/resource/quantity not-whole'],
    ],
  ] as [Partial<Terms>, string[]][])('%j is told as %j', (changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it('count hundredths exactly: shares of a tenth that add up to the whole do not exceed it', () => {
    const milestones = Array.from({ length: 10 }, (_, index) => ({
      dueOn: `2026-02-${10 + index}`,
      quantity: 0.1,
    }));
    expect(found({ resource: { kind: 'staff_time', quantity: 1, unit: 'hours' }, milestones })).toEqual([]);
  });

  it('take money in whole cents only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (number) => {
        expect(faultsOfQuantity('', number, 'EUR')).toEqual([]);
        expect(faultsOfQuantity('', number + 0.5, 'EUR')).toHaveLength(1);
      }),
    );
  });
});
