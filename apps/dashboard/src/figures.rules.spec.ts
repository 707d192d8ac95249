import type { Figure } from './api.types.js';
import {
  amount,
  attainmentText,
  cellsBy,
  inReadingOrder,
  interval,
  isAboutPeople,
  periodText,
  whyNot,
  withoutCommonStart,
} from './figures.rules.js';
import type { Speech } from './language.js';
import { en } from './words.en.js';
import { it as italian } from './words.it.js';

const EN: Speech = { language: 'en', words: en };
const IT: Speech = { language: 'it', words: italian };
/** Languages put different spaces before a sign. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const FIGURE: Figure = {
  pactId: 'p',
  indicator: 'job_retention_90',
  definitionVersion: 1,
  period: 'since-start',
  breakdown: {},
  value: 0.777778,
  unit: 'ratio',
  ci95: [0.364751, 0.939296],
  asOf: '2026-03-31',
  computedAt: '2026-04-01T02:00:00.000Z',
  coverage: { reported: 1, expected: 2 },
  suppression: 'none',
};

describe('an amount', () => {
  it('is a percentage when it is a share', () => {
    expect([amount(0.777778, 'ratio', EN), plain(amount(0.5, 'ratio', IT))]).toEqual(['77.8%', '50,0%']);
  });

  it('is in euro when it is in cents', () => {
    expect([amount(8750000, 'EUR', EN), plain(amount(8750000, 'EUR', IT))]).toEqual(['€87,500', '87.500 €']);
  });

  it('says its unit, and none where the label says it', () => {
    expect([amount(12.5, 'hours', IT), amount(1, 'places', IT)]).toEqual(['12,5 ore', '1 posto']);
    expect(amount(153, 'pathway', EN)).toBe('153');
  });
});

describe('a figure without a value', () => {
  it('says that few people stand behind it, with the threshold of the pact', () => {
    const suppressed = { ...FIGURE, value: null, suppression: 'primary' as const };
    expect(whyNot(suppressed, 5, EN)).toBe('Not shown: it rests on fewer than 5 people');
  });

  it('says what is missing', () => {
    expect(whyNot({ ...FIGURE, value: null, missing: 'no-cases' }, 3, IT)).toBe('Nessun caso');
    expect(whyNot(undefined, 3, EN)).toBe('No figure');
    expect(whyNot(FIGURE, 3, EN)).toBeUndefined();
  });
});

describe('the figures of an indicator', () => {
  const women = { ...FIGURE, breakdown: { sex: 'F' } };
  const other = { ...FIGURE, indicator: 'pathways_started' };

  it('are found by exactly the breakdowns that are named', () => {
    expect(cellsBy([FIGURE, women, other], 'job_retention_90')).toEqual([FIGURE]);
    expect(cellsBy([FIGURE, women, other], 'job_retention_90', 'sex')).toEqual([women]);
  });

  it('are about people when they can be told apart by sex', () => {
    expect([isAboutPeople({ breakdowns: ['sex'] }), isAboutPeople({ breakdowns: ['system'] })]).toEqual([
      true,
      false,
    ]);
  });

  it('show the interval in the unit of the value', () => {
    expect(interval(FIGURE, EN)).toBe('36.5% – 93.9%');
  });
});

describe('indicators', () => {
  it('come as one reads them: counts before shares, 90 days before 180', () => {
    const share = (code: string) => ({ code, unit: 'ratio' });
    const shuffled = [share('retention_180'), share('retention_90'), { code: 'started', unit: 'pathway' }];
    const codes = inReadingOrder(shuffled).map(({ code }) => code);
    expect(codes).toEqual(['started', 'retention_90', 'retention_180']);
  });
});

describe('a period', () => {
  it('is written as people write it', () => {
    const written = ['2026-03', '2026-Q1', '2026-H2', '2026'];
    expect(written.map((period) => periodText(period, EN))).toEqual([
      'Mar 2026',
      'Q1 2026',
      'H2 2026',
      '2026',
    ]);
    expect(written.map((period) => periodText(period, IT))).toEqual([
      'mar 2026',
      'T1 2026',
      'S2 2026',
      '2026',
    ]);
  });
});

describe('the two languages', () => {
  it('have a word for the same things', () => {
    const names = (words: object): string[] =>
      Object.entries(words).flatMap(([name, word]) =>
        typeof word === 'object' ? names(word as object).map((inner) => `${name}.${inner}`) : [name],
      );
    expect(names(italian)).toEqual(names(en));
  });
});

describe('the names of pacts', () => {
  it('lose the words that all begin with, and never all of them', () => {
    expect(withoutCommonStart(['Patto per il lavoro – Lecco', 'Patto per il lavoro – Desio'])).toEqual([
      'Lecco',
      'Desio',
    ]);
    expect(withoutCommonStart(['Patto', 'Patto'])).toEqual(['Patto', 'Patto']);
    expect(withoutCommonStart(['Patto di Lecco'])).toEqual(['Patto di Lecco']);
    expect(withoutCommonStart(['Patto A', 'Patto A due'])).toEqual(['A', 'A due']);
    expect(withoutCommonStart([])).toEqual([]);
  });
});

describe('a target in words', () => {
  it.each([
    [{ value: 4, attainment: 0.5, isMet: false }, '50% of the way'],
    [{ value: 4, attainment: -0.25, isMet: false }, '-25% of the way'],
    [{ value: 4, attainment: 1.5, isMet: true }, 'reached'],
    [{ value: 4, isMet: false }, 'not reached'],
  ])('is told as the API tells it: %p', (target, text) => {
    expect(plain(attainmentText(target, EN))).toBe(text);
  });
});
