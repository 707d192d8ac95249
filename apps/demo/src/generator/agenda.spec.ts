import { generateNetwork, type NetworkOptions } from './network.js';

const options: NetworkOptions = { seed: 7, horizon: '2026-10-31', scale: 0.1 };
const { pacts, actors } = generateNetwork(options);
const agendas = pacts.map(({ agenda }) => agenda);

describe('a generated agenda', () => {
  it('has one core, and links only between problems that are there', () => {
    for (const { tree } of agendas) {
      const codes = new Set(tree.problems.map(({ code }) => code));
      expect(tree.problems.filter(({ isCore }) => isCore)).toHaveLength(1);
      expect(codes.size).toBe(tree.problems.length);
      for (const { cause, effect } of tree.links) {
        expect([cause, effect].filter((code) => !codes.has(code))).toEqual([]);
      }
    }
  });

  it('leads every problem to the core or from it', () => {
    for (const { tree } of agendas) {
      const linked = new Set(tree.links.flatMap(({ cause, effect }) => [cause, effect]));
      expect(tree.problems.filter(({ code }) => !linked.has(code))).toEqual([]);
    }
  });

  it('differs from territory to territory', () => {
    expect(new Set(agendas.map(({ tree }) => JSON.stringify(tree))).size).toBeGreaterThan(4);
  });

  it('words most objectives, each under a strategy it has', () => {
    for (const { tree, wordings, strategies } of agendas) {
      const codes = tree.problems.map(({ code }) => code);
      expect([...wordings.keys()].filter((code) => !codes.includes(code))).toEqual([]);
      expect(wordings.size).toBeGreaterThan(codes.length / 2);
      expect(wordings.size).toBeLessThan(codes.length);
      const named = new Set([...wordings.values()].map(({ strategy }) => strategy));
      expect(strategies.map(({ code }) => code as string)).toEqual(expect.arrayContaining([...named]));
    }
  });

  it('has all seven surveys, told by actors of the network before the pact begins', () => {
    const known = new Set(actors.map(({ key }) => key));
    for (const { agenda, startsOn } of pacts) {
      expect(new Set(agenda.found.map(({ kind }) => kind)).size).toBe(7);
      for (const { reporterKey, observedOn } of agenda.found) {
        expect(known.has(reporterKey)).toBe(true);
        expect(observedOn < startsOn).toBe(true);
      }
    }
  });

  it('notes how stakeholders stand over the years, never after the horizon', () => {
    for (const { stakeholders, tree } of agendas) {
      const codes = tree.problems.map(({ code }) => code);
      expect(stakeholders.some(({ stances }) => stances.length > 1)).toBe(true);
      for (const { stances, alignments } of stakeholders) {
        const days = [...stances, ...alignments].map(({ heldOn }) => heldOn);
        expect(days.filter((day) => day > options.horizon)).toEqual([]);
        expect(codes).toEqual(expect.arrayContaining(alignments.map(({ problem }) => problem)));
      }
    }
  });
});
