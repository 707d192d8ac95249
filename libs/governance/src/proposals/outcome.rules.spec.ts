import fc from 'fast-check';
import { MAJORITIES, QUORUMS, TIES, type VotingRules } from '../mandates/mandate.rules.js';
import { outcomeOf, type Count } from './outcome.rules.js';
import { CHOICES } from './proposal.rules.js';

const rules = (more: Partial<VotingRules> = {}): VotingRules => ({
  quorum: 'half',
  majority: 'simple',
  ties: 'fail',
  ...more,
});
const count = (votesFor: number, votesAgainst: number, more: Partial<Count> = {}): Count => ({
  votingMembers: 10,
  takingPart: 10,
  votesFor,
  votesAgainst,
  abstentions: 0,
  ...more,
});

const anyRules = fc.record({
  quorum: fc.constantFrom(...QUORUMS),
  majority: fc.constantFrom(...MAJORITIES),
  ties: fc.constantFrom(...TIES),
});
/** Members that may be silent, present or represented, and vote. */
const anyCount = fc
  .tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), fc.option(fc.constantFrom(...CHOICES)))
  .map(([votesFor, votesAgainst, abstentions, silent, away, chair]): Count => {
    const takingPart = votesFor + votesAgainst + abstentions + silent;
    return {
      votingMembers: takingPart + away,
      takingPart,
      votesFor,
      votesAgainst,
      abstentions,
      chair: chair ?? undefined,
    };
  });

describe('a quorum', () => {
  it.each([
    ['one_third', 10, 4],
    ['half', 9, 5],
    ['half', 10, 5],
    ['more_than_half', 10, 6],
    ['more_than_half', 9, 5],
    ['two_thirds', 9, 6],
    ['two_thirds', 10, 7],
    ['three_quarters', 8, 6],
    ['three_quarters', 9, 7],
    ['all', 7, 7],
  ] as const)('of %s of %i members is %i', (quorum, votingMembers, needed) => {
    const outcome = outcomeOf(rules({ quorum }), count(0, 0, { votingMembers }));
    expect(outcome.quorumNeeded).toBe(needed);
  });

  it('is never met by nobody', () => {
    const nobody = count(0, 0, { votingMembers: 0, takingPart: 0 });
    for (const quorum of QUORUMS) expect(outcomeOf(rules({ quorum }), nobody).result).toBe('no-quorum');
  });
});

describe('a majority', () => {
  it.each([
    ['simple', 5, 4, 5],
    ['simple', 4, 4, 5],
    ['absolute', 5, 0, 6],
    ['two_thirds', 4, 2, 4],
    ['two_thirds', 4, 3, 5],
    ['two_thirds_of_members', 6, 0, 7],
    ['unanimity', 3, 1, 4],
    ['unanimity', 3, 0, 3],
  ] as const)('that is %s needs, of %i votes for and %i against among ten members, %i', (...given) => {
    const [majority, votesFor, votesAgainst, needed] = given;
    const outcome = outcomeOf(rules({ majority }), count(votesFor, votesAgainst));
    expect(outcome.votesNeeded).toBe(needed);
    expect(outcome.result).toBe(votesFor >= needed ? 'adopted' : 'no-majority');
  });

  it('is not made by abstentions, and not unmade by them', () => {
    expect(outcomeOf(rules(), count(0, 0, { abstentions: 10 })).result).toBe('no-majority');
    expect(outcomeOf(rules(), count(1, 0, { abstentions: 9 })).result).toBe('adopted');
  });
});

describe('a tie', () => {
  it('fails, unless the mandate gives it to the chair and the chair has voted for it', () => {
    const tied = count(5, 5);
    expect(outcomeOf(rules(), { ...tied, chair: 'for' }).result).toBe('no-majority');
    expect(outcomeOf(rules({ ties: 'chair' }), { ...tied, chair: 'against' }).result).toBe('no-majority');
    expect(outcomeOf(rules({ ties: 'chair' }), tied).result).toBe('no-majority');
    expect(outcomeOf(rules({ ties: 'chair' }), { ...tied, chair: 'for' })).toMatchObject({
      result: 'adopted',
      chairDecided: true,
    });
  });
});

describe('an outcome', () => {
  it('follows from the numbers that are told with it', () => {
    fc.assert(
      fc.property(anyRules, anyCount, (by, of) => {
        const { result, quorumNeeded, votesNeeded } = outcomeOf(by, of);
        expect(result === 'no-quorum').toBe(of.takingPart < quorumNeeded);
        if (result !== 'no-quorum') expect(result === 'adopted').toBe(of.votesFor >= votesNeeded);
        expect(Math.min(quorumNeeded, votesNeeded)).toBeGreaterThan(0);
      }),
    );
  });

  it('is never made worse by a vote for it that was one against it', () => {
    fc.assert(
      fc.property(anyRules, anyCount, (by, of) => {
        fc.pre(of.votesAgainst > 0 && outcomeOf(by, of).result === 'adopted');
        const turned = { ...of, votesFor: of.votesFor + 1, votesAgainst: of.votesAgainst - 1 };
        expect(outcomeOf(by, turned).result).toBe('adopted');
      }),
    );
  });

  it('is an adoption only with more for than against, but for a tie that the chair decides', () => {
    fc.assert(
      fc.property(anyRules, anyCount, (by, of) => {
        const { result, chairDecided } = outcomeOf(by, of);
        fc.pre(result === 'adopted' && by.majority !== 'absolute' && by.majority !== 'two_thirds_of_members');
        expect(of.votesFor - of.votesAgainst).toBeGreaterThanOrEqual(chairDecided ? 0 : 1);
      }),
    );
  });

  it('is no harder to reach under a lower quorum', () => {
    fc.assert(
      fc.property(anyRules, anyCount, (by, of) => {
        const needed = QUORUMS.map((quorum) => outcomeOf({ ...by, quorum }, of).quorumNeeded);
        const [third, half, , , , all] = needed as [number, number, number, number, number, number];
        expect(third).toBeLessThanOrEqual(half);
        for (const each of needed) expect(each).toBeLessThanOrEqual(Math.max(all, 1));
      }),
    );
  });
});
