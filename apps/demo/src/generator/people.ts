import type { Day } from '#kernel';
import { Random } from './random.js';
import { personalTaxCode } from './tax-codes.js';
import type { Territory } from './territories.js';

export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

export interface Person {
  /** Unique in the partner system; no name goes with it, here or anywhere. */
  readonly serial: string;
  readonly identifier: Identifier;
  /** Known to the regional feed of mandatory communications under this one. */
  readonly taxCode?: string;
  readonly sex: 'F' | 'M' | 'X';
  readonly birthYear: number;
  readonly education: number;
  readonly citizenship: 'it' | 'eu' | 'third_country';
  readonly disability: boolean;
  readonly housingExclusion: boolean;
  readonly targetGroups: readonly string[];
  readonly entryStatus: 'unemployed' | 'long_term_unemployed' | 'inactive' | 'employed';
}

/** How many people the partner system knows by their tax code. */
const TAX_CODE_SHARE = 0.45;

export function personOf(seed: number, territory: Territory, index: number, startsOn: Day): Person {
  const random = Random.of(seed, 'person', territory.code, index);
  const age = ageAt(random);
  const birthYear = Number(startsOn.slice(0, 4)) - age;
  const sex = random.weighted([['F', 47] as const, ['M', 52] as const, ['X', 1] as const]);
  const citizenship = random.weighted([
    ['it', 66] as const,
    ['eu', 9] as const,
    ['third_country', 25] as const,
  ]);
  const disability = random.chance(0.14);
  const entryStatus = random.weighted([
    ['unemployed', 46] as const,
    ['long_term_unemployed', 30] as const,
    ['inactive', 19] as const,
    ['employed', 5] as const,
  ]);
  const serial = `${territory.code.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(5, '0')}`;
  const taxCode = random.chance(TAX_CODE_SHARE) ? personalTaxCode(random, sex, birthYear) : undefined;
  return {
    serial,
    identifier: taxCode ? { scheme: 'it-cf', value: taxCode } : { scheme: territory.source, value: serial },
    ...(taxCode ? { taxCode } : {}),
    sex,
    birthYear,
    education: random.weighted([
      [1, 12] as const,
      [2, 38] as const,
      [3, 34] as const,
      [4, 6] as const,
      [6, 10] as const,
    ]),
    citizenship,
    disability,
    housingExclusion: random.chance(0.08),
    entryStatus,
    targetGroups: groupsOf(random, { age, citizenship, disability, entryStatus }),
  };
}

function ageAt(random: Random): number {
  const [from, to] = random.weighted([
    [[16, 17] as const, 3],
    [[18, 29] as const, 31],
    [[30, 54] as const, 50],
    [[55, 64] as const, 16],
  ]);
  return random.whole(from, to);
}

type Traits = Pick<Person, 'citizenship' | 'disability' | 'entryStatus'> & { readonly age: number };

/** Who belongs to a group, and how many of those are told to. */
const GROUPS: readonly (readonly [string, (traits: Traits) => boolean, number])[] = [
  ['neet', ({ age, entryStatus }) => age < 30 && entryStatus !== 'employed', 0.7],
  ['long_term_unemployed', ({ entryStatus }) => entryStatus === 'long_term_unemployed', 1],
  ['migrant', ({ citizenship }) => citizenship === 'third_country', 0.85],
  ['disability', ({ disability }) => disability, 1],
  ['leaving_care', () => true, 0.07],
  ['exploited_worker', ({ citizenship }) => citizenship !== 'it', 0.06],
];

function groupsOf(random: Random, traits: Traits): string[] {
  const found = GROUPS.filter(([, belongs, share]) => belongs(traits) && random.chance(share));
  return found.length > 0 ? found.map(([group]) => group) : ['other'];
}
