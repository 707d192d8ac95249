import fc from 'fast-check';
import { spellsOf, type Communication } from './spell.rules.js';

const HIRE: Communication = {
  key: 'hire',
  relation: 'r',
  event: 'hire',
  doing: 'tell',
  replaces: null,
  sentAt: '2025-03-01',
  startedOn: '2025-03-01',
  plannedEndOn: '2025-08-31',
  transformedOn: null,
  becomesPermanent: null,
  endedOn: null,
  endReason: null,
  contract: 'A.02.00',
  hoursPerWeek: '20',
  employerKey: 'e',
  sector: '56',
  participantId: 'anna',
};
const one = (key: string, more: Partial<Communication>): Communication => ({ ...HIRE, key, ...more });
const extension = one('extension', { event: 'extension', plannedEndOn: '2025-12-31', sentAt: '2025-08-01' });
const permanent = one('permanent', {
  event: 'transformation',
  transformedOn: '2025-10-01',
  becomesPermanent: true,
  plannedEndOn: null,
  contract: 'A.01.00',
  hoursPerWeek: '40',
  sentAt: '2025-10-01',
});
const cessation = one('cessation', {
  event: 'cessation',
  endedOn: '2025-11-15',
  endReason: 'DI',
  sentAt: '2025-11-16',
});
const rectified = (key: string, replaces: string, more: Partial<Communication>): Communication =>
  one(key, { doing: 'rectify', replaces, sentAt: '2025-12-01', ...more });
const annulled = (key: string, replaces: string, more: Partial<Communication> = {}): Communication =>
  one(key, { doing: 'annul', replaces, sentAt: '2025-12-02', ...more });

const spell = (...known: Communication[]) => spellsOf(known).get('r');

describe('the spell of an employment relation', () => {
  it('begins with the hire and is to end as agreed', () => {
    expect(spell(HIRE)).toEqual({
      participantId: 'anna',
      startedOn: '2025-03-01',
      plannedEndOn: '2025-08-31',
      endedOn: null,
      endReason: null,
      contract: 'A.02.00',
      hoursPerWeek: '20',
      employerKey: 'e',
      sector: '56',
    });
  });

  it('is to end later when it is extended', () => {
    expect(spell(HIRE, extension)).toMatchObject({ plannedEndOn: '2025-12-31', endedOn: null });
  });

  it('goes on under other terms when it is transformed', () => {
    const expected = { contract: 'A.01.00', hoursPerWeek: '40', plannedEndOn: null, endedOn: null };
    expect(spell(HIRE, extension, permanent)).toMatchObject(expected);
    const longer = one('longer', {
      event: 'transformation',
      transformedOn: '2025-09-01',
      hoursPerWeek: '30',
    });
    expect(spell(HIRE, extension, longer)).toMatchObject({ hoursPerWeek: '30', plannedEndOn: '2025-12-31' });
    expect(spell(HIRE, permanent, longer)).toMatchObject({ hoursPerWeek: '40' });
  });

  it('ends with the cessation, though it was to end another day', () => {
    expect(spell(HIRE, extension, cessation)).toMatchObject({
      plannedEndOn: '2025-12-31',
      endedOn: '2025-11-15',
      endReason: 'DI',
    });
    expect(spell(cessation)).toMatchObject({ startedOn: '2025-03-01', endedOn: '2025-11-15' });
  });

  it('reads as the correction says, whatever it corrects', () => {
    const corrected = rectified('c1', 'hire', { plannedEndOn: '2025-06-30' });
    expect(spell(HIRE, corrected)).toMatchObject({ plannedEndOn: '2025-06-30' });
    const again = rectified('c2', 'c1', { plannedEndOn: '2025-07-31' });
    expect(spell(HIRE, corrected, again)).toMatchObject({ plannedEndOn: '2025-07-31' });
    const later = rectified('c3', 'hire', { plannedEndOn: '2025-05-31', sentAt: '2025-12-24' });
    expect(spell(HIRE, corrected, later)).toMatchObject({ plannedEndOn: '2025-05-31' });
    const end = rectified('c4', 'cessation', { event: 'cessation', endedOn: '2025-11-30' });
    expect(spell(HIRE, cessation, end)).toMatchObject({ endedOn: '2025-11-30' });
  });

  it('is another one when the first day is corrected', () => {
    const moved = rectified('c1', 'hire', { relation: 's', startedOn: '2025-03-02' });
    const spells = spellsOf([HIRE, moved]);
    expect([...spells.keys()]).toEqual(['s']);
    expect(spells.get('s')).toMatchObject({ startedOn: '2025-03-02' });
  });

  it('forgets what is annulled, and is none when nothing is left', () => {
    expect(spell(HIRE, cessation, annulled('a1', 'cessation'))).toMatchObject({ endedOn: null });
    expect(spell(HIRE, annulled('a1', 'hire'))).toBeUndefined();
    expect(spell(annulled('a1', 'hire'))).toBeUndefined();
    const corrected = rectified('c1', 'hire', {});
    expect(spell(HIRE, corrected, annulled('a1', 'c1'))).toBeUndefined();
    expect(spell(HIRE, corrected, annulled('a1', 'hire'))).toBeUndefined();
  });

  it('is none as long as no contract is known', () => {
    expect(spell({ ...cessation, contract: null })).toBeUndefined();
    expect(spell({ ...cessation, contract: null }, HIRE)).toMatchObject({ endedOn: '2025-11-15' });
  });

  it('does not depend on the order in which communications come in', () => {
    const all = [
      HIRE,
      extension,
      permanent,
      cessation,
      rectified('c1', 'hire', { plannedEndOn: '2025-06-30' }),
      rectified('c2', 'cessation', { event: 'cessation', endedOn: '2025-11-30' }),
      rectified('c3', 'hire', { relation: 's', startedOn: '2025-03-02', sentAt: null }),
      annulled('a1', 'c2'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all), fc.nat(), (some, turn) => {
        const turned = [...some.slice(turn % (some.length + 1)), ...some.slice(0, turn % (some.length + 1))];
        const inOrder = (spells: Map<string, unknown>) => [...spells].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(inOrder(spellsOf(turned))).toEqual(inOrder(spellsOf(some)));
        expect(inOrder(spellsOf([...some].reverse()))).toEqual(inOrder(spellsOf(some)));
      }),
    );
  });
});
