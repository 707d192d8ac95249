import fc from 'fast-check';
import { Pseudonyms } from '#pathways';
import { readSettings, type FieldError } from '#platform';
import { RowReader } from './row-reader.js';
import { isFit } from './row.js';

const settings = readSettings({
  DATABASE_URL: 'postgres://nowhere/none',
  PARTICIPANT_PEPPER: 'a pepper for tests that is long enough',
});
const reader = new RowReader(new Pseudonyms(settings));

const PERSON = { scheme: 'it-cf', value: 'RSSMRA85T10A562S' };
const employment = {
  kind: 'employment',
  externalId: 'e-1',
  participant: PERSON,
  confirmedOn: '2026-03-31',
  startedOn: '2025-01-15',
  contract: 'A.01.00',
};
const pathway = { kind: 'pathway', externalId: 'w-1', participant: PERSON, startedOn: '2025-01-15' };
const person = { kind: 'participant', externalId: 'p-1', participant: PERSON };
const status = {
  kind: 'labour_status',
  externalId: 's-1',
  participant: PERSON,
  onDate: '2025-06-01',
  status: 'searching',
};
const award = { kind: 'qualification', externalId: 'q-1', participant: PERSON, awardedOn: '2025-06-01' };
const assessment = {
  kind: 'assessment',
  externalId: 'a-1',
  participant: PERSON,
  scale: 'matrix',
  scaleVersion: '1',
  onDate: '2025-06-01',
  scores: { housing: 3, family_relations: null },
};
const service = {
  kind: 'service',
  externalId: 'd-1',
  participant: PERSON,
  service: 'orientation',
  onDate: '2025-06-01',
  hours: 2.5,
};
const manyScores = Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`d${n}`, 1]));

function read(row: unknown) {
  return reader.read(0, typeof row === 'string' ? row : JSON.stringify(row));
}

function errorsOf(row: unknown): readonly FieldError[] {
  const result = read(row);
  return isFit(result) ? [] : result.errors;
}

const faultOf = (row: unknown): string =>
  errorsOf(row)
    .map(({ pointer, code }) => `${pointer} ${code}`)
    .join(', ');

const deep = `{"kind":"employment","sector":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;

/** One fault each, and what must be told of it. */
const FAULTS: readonly (readonly [unknown, string])[] = [
  ['{"kind":"employment"', ' malformed-json'],
  ['null', ' wrong-type'],
  ['[]', ' wrong-type'],
  [JSON.stringify(pathway).replace('"w-1"', '"w-1","externalId":"w-2"'), ' duplicate-key'],
  [JSON.stringify(pathway).replace('"scheme"', '"scheme":"x","scheme"'), ' duplicate-key'],
  [{ ...employment, kind: 'job' }, '/kind unknown-value'],
  [{ ...employment, externalId: undefined }, '/externalId required'],
  [{ ...employment, externalId: '' }, '/externalId too-short'],
  [{ ...employment, externalId: 'x'.repeat(201) }, '/externalId too-long'],
  [{ ...employment, externalId: 'a\u0000b' }, '/externalId control-character'],
  [{ ...employment, externalId: 'a\ud800b' }, '/externalId lone-surrogate'],
  [{ ...employment, externalId: PERSON.value }, '/externalId identifier-in-external-id'],
  [{ ...employment, op: 'remove' }, '/op unknown-value'],
  [{ ...employment, participant: undefined }, '/participant required'],
  [{ ...employment, participant: 'RSSMRA85T10A562S' }, '/participant wrong-type'],
  [{ ...employment, participant: { ...PERSON, value: 'RSSMRA85T10A562X' } }, '/participant/value tax-code'],
  [{ ...employment, participant: { scheme: 'own', value: '  ' } }, '/participant/value blank'],
  [{ ...employment, participant: { ...PERSON, name: 'Rossi' } }, '/participant/name unknown-field'],
  [{ ...employment, participant: { ...PERSON, rssmra85t10a562s: 'x' } }, '/participant unknown-field'],
  [{ ...employment, confirmedOn: '2100-01-01' }, '/confirmedOn in-the-future'],
  [{ ...employment, startedOn: '2026-02-30' }, '/startedOn day'],
  [{ ...employment, startedOn: '20260101' }, '/startedOn day'],
  [{ ...employment, endedOn: '2025-01-14' }, '/endedOn before-start'],
  [{ ...employment, plannedEndOn: '2025-01-14' }, '/plannedEndOn before-start'],
  [{ ...employment, endReason: 'dismissed' }, '/endReason incomplete'],
  [{ ...employment, contract: 'A1' }, '/contract pattern'],
  [{ ...employment, hoursPerWeek: 169 }, '/hoursPerWeek out-of-range'],
  [{ ...employment, hoursPerWeek: 1.001 }, '/hoursPerWeek too-precise'],
  [{ ...employment, employer: { scheme: 'it-cf' } }, '/employer/value required'],
  [{ ...pathway, exitReason: 'completed' }, '/exitReason incomplete'],
  [{ ...pathway, leadActorId: '7' }, '/leadActorId uuid'],
  [{ ...pathway, hoursPerWeek: 20 }, '/hoursPerWeek unknown-field'],
  [{ ...pathway, RSSMRA85T10A562S: 20 }, ' unknown-field'],
  [{ ...pathway, cf_RSSMRAURTMLARSNL: 20 }, ' unknown-field'],
  [{ ...person, sex: 'f' }, '/sex unknown-value'],
  [{ ...person, birthYear: 1985.5 }, '/birthYear too-precise'],
  [{ ...person, birthYear: new Date().getUTCFullYear() + 1 }, '/birthYear in-the-future'],
  [{ ...person, education: '3' }, '/education wrong-type'],
  [{ ...person, disability: 'no' }, '/disability wrong-type'],
  [{ ...person, targetGroups: ['neet', 'neet'] }, '/targetGroups/1 duplicate-item'],
  [{ ...person, targetGroups: ['neet', 'unknown'] }, '/targetGroups/1 unknown-value'],
  [{ ...status, onDate: '2100-01-01' }, '/onDate in-the-future'],
  [{ ...status, status: 'retired' }, '/status unknown-value'],
  [{ ...award, awardedOn: '2100-01-01' }, '/awardedOn in-the-future'],
  [{ ...award, level: 9 }, '/level out-of-range'],
  [{ ...assessment, onDate: '2100-01-01' }, '/onDate in-the-future'],
  [{ ...assessment, scaleVersion: undefined }, '/scaleVersion required'],
  [{ ...assessment, scores: [3] }, '/scores wrong-type'],
  [{ ...assessment, scores: {} }, '/scores too-few'],
  [{ ...assessment, scores: manyScores }, '/scores too-many'],
  [{ ...assessment, scores: { Housing: 3 } }, '/scores/Housing pattern'],
  [{ ...assessment, scores: { rssmra85t10a562s: 3 } }, '/scores pattern'],
  [{ ...assessment, scores: { 'a name, or worse': 3 } }, '/scores pattern'],
  [{ ...assessment, scores: { housing: '3' } }, '/scores/housing wrong-type'],
  [{ ...assessment, scores: { housing: 1e9 } }, '/scores/housing out-of-range'],
  [{ ...assessment, scores: { housing: 1.00001 } }, '/scores/housing too-precise'],
  [{ ...service, onDate: '2100-01-01' }, '/onDate in-the-future'],
  [{ ...service, hours: -1 }, '/hours out-of-range'],
  [{ ...service, actorId: 'us' }, '/actorId uuid'],
];

describe('RowReader', () => {
  it.each(FAULTS)('tells what is wrong with %j', (row, expected) => {
    expect(faultOf(row)).toBe(expected);
  });

  it('finds each of many faults among ten thousand rows once, at its row', () => {
    const rows = Array.from({ length: 10_000 }, (_, n) =>
      JSON.stringify({ ...employment, externalId: `e-${n}` }),
    );
    const places = FAULTS.map((_, n) => (n * 7_919 + 13) % rows.length);
    for (const [n, [row]] of FAULTS.entries())
      rows[places[n]!] = typeof row === 'string' ? row : JSON.stringify(row);
    const told = rows.flatMap((row, index) => {
      const result = reader.read(index, row);
      return isFit(result)
        ? []
        : [`${result.index}: ${result.errors.map((e) => `${e.pointer} ${e.code}`).join(', ')}`];
    });
    const expected = FAULTS.map(([, fault], n) => [places[n]!, fault] as const).sort(([a], [b]) => a - b);
    expect(told).toEqual(expected.map(([place, fault]) => `${place}: ${fault}`));
  });

  it('tells all faults of a row at once', () => {
    expect(faultOf({ ...pathway, startedOn: 1, phase: 'x', extra: true })).toBe(
      '/startedOn day, /phase unknown-value, /extra unknown-field',
    );
  });

  it('tells no more than fifty faults of one row', () => {
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field${n}`, n]));
    expect(errorsOf({ ...pathway, ...fields })).toHaveLength(50);
  });

  it('refuses keys that reach into prototypes, and depth, without falling over', () => {
    expect(faultOf('{"__proto__":{"polluted":true},"kind":"pathway"}')).toContain('/__proto__ unknown-field');
    expect(faultOf(deep)).toContain('/sector wrong-type');
  });

  it('never repeats what was sent', () => {
    const secret = 'RSSMRA85T10A562X';
    const rows = [
      { ...employment, participant: { scheme: 'it-cf', value: secret } },
      { ...employment, startedOn: secret, contract: secret, hoursPerWeek: secret },
      { ...employment, [`${secret} as a key`]: 1 },
      { ...employment, [secret]: 1 },
      { ...person, sex: secret, targetGroups: [secret] },
    ];
    for (const row of rows) {
      expect(errorsOf(row)).not.toHaveLength(0);
      expect(JSON.stringify(errorsOf(row))).not.toContain(secret);
    }
  });

  it.each([
    [{ externalId: ' rssmra 85t10a562s' }, 'identifier-in-external-id'],
    [{ externalId: PERSON.value, op: 'delete' }, 'identifier-in-external-id'],
    [
      { externalId: PERSON.value, employer: PERSON, participant: { scheme: 'own', value: '1' } },
      'identifier-in-external-id',
    ],
    [{ externalId: 'RSSMRA', participant: { scheme: 'it-cf', value: 'rssmra' } }, 'tax-code'],
  ])('does not tell the id of a record that is an identifier: %j', (fields, fault) => {
    const row = read({ ...employment, ...fields });
    expect(row).not.toHaveProperty('externalId');
    expect(faultOf({ ...employment, ...fields })).toMatch(/^\/externalId identifier-in-external-id/);
    expect(faultOf({ ...employment, ...fields })).toContain(fault);
  });

  it('lets a partner number its records as it numbers people', () => {
    const participant = { scheme: 'own', value: 'a-1' };
    expect(faultOf({ ...employment, externalId: 'a-1', participant })).toBe('');
  });

  it('takes a null for a field that is left out', () => {
    expect(read({ ...employment, endedOn: null, employer: null })).toEqual(read(employment));
  });

  it('takes one person under all spellings of the identifier', () => {
    const spelled = { ...employment, participant: { scheme: 'it-cf', value: ' rssmra 85t10 a562s' } };
    expect(read(spelled)).toEqual(read(employment));
    expect(read({ ...employment, participant: { scheme: 'other', value: PERSON.value } })).not.toEqual(
      read(employment),
    );
  });

  it('asks nothing but its id of a record that is withdrawn', () => {
    const row = read({ kind: 'pathway', externalId: 'w-1', op: 'delete' });
    expect(row).toMatchObject({ deleted: true, pseudonym: undefined });
  });

  it('reads the same from any order of fields and of target groups', () => {
    const full = { ...person, sex: 'F', birthYear: 1985, targetGroups: ['neet', 'migrant'], rural: true };
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.keys(full), { minLength: Object.keys(full).length }),
        (names) => {
          const shuffled = Object.fromEntries(names.map((name) => [name, full[name as keyof typeof full]]));
          expect(read({ ...shuffled, targetGroups: ['migrant', 'neet'] })).toEqual(read(full));
        },
      ),
    );
  });

  it('finds a key that stands twice wherever strings hold quotes, colons and backslashes', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', '\\', ':', '{', 'a', ' ', 'è'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (value) => {
        const row = JSON.stringify({ ...pathway, measureCode: `m${value}`, accessPoint: `${value}m` });
        expect(faultOf(row)).toBe('');
        expect(faultOf(row.replace('{', '{"startedOn" : "2025-01-01",'))).toBe(' duplicate-key');
      }),
    );
  });
});
