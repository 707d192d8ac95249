import { FACTS } from '../facts/index.js';
import type { IndicatorDefinition } from './definition.js';
import { faultsOf } from './definition.rules.js';

const good: IndicatorDefinition = {
  code: 'pathways_started',
  version: 1,
  label: { it: 'Avviati', en: 'Started' },
  rule: { it: 'Percorsi avviati.', en: 'Pathways started.' },
  formula: 'count',
  unit: 'pathway',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  period: { kind: 'flow', on: 'started_on' },
  measure: { kind: 'count' },
  breakdowns: [['sex']],
  examples: [
    { title: { it: '-', en: '-' }, asOf: '2026-01-31', rows: [], figures: [{ period: '2026-01', value: 0 }] },
  ],
};

const faults = (changes: Partial<IndicatorDefinition>, file = good.code): string[] =>
  faultsOf({ ...good, ...changes }, file, FACTS.pathway);

describe('a definition', () => {
  it('may be used when all of it is known', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Partial<IndicatorDefinition>, string]>([
    ['a period column', { period: { kind: 'flow', on: 'begun_on' } }, 'begun_on'],
    ['a breakdown column', { breakdowns: [['resourceKind']] }, 'resource_kind'],
    ['a condition column', { where: [{ column: 'colour', in: ['red'] }] }, 'colour'],
    ['a retention column', { measure: { kind: 'retention', days: 90 } }, 'last_day'],
    ['a version', { version: 0 }, 'version'],
    ['examples', { examples: [] }, 'no example'],
  ])('is refused for %s that is not there', (_what, changes, told) => {
    expect(faults(changes).join()).toContain(told);
  });

  it('is refused when its file has another name', () => {
    expect(faults({}, 'pathways_begun')).toHaveLength(1);
  });

  it('is refused when an example has an unknown column or period', () => {
    const example = {
      ...good.examples[0]!,
      rows: [{ weight: 1 }],
      figures: [{ period: '2026-13', value: 0 }],
    };
    expect(faults({ examples: [example] })).toHaveLength(2);
  });

  it('is refused when its fact does not exist', () => {
    expect(faultsOf(good, good.code, undefined)).toHaveLength(1);
  });
});
