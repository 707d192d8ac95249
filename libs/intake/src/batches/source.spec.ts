import { defaultSource, maySpeakFor, SOURCE_FORM } from './source.js';

const key = { id: 'a', name: 'A', kind: 'partner' as const, pacts: [], scopes: [] as string[] };
const lent = { ...key, scopes: ['source:lent', 'source:also', 'other:x'] };

describe('defaultSource', () => {
  it.each([
    ['SIL Lombardia', 'sil-lombardia'],
    ['Città di Lecco (CPI)', 'citta-di-lecco-cpi'],
    ['***', 'unnamed'],
    [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
  ])('makes a code of %s', (name, code) => {
    expect(defaultSource({ ...key, name })).toBe(code);
    expect(code).toMatch(SOURCE_FORM);
  });

  it('is the one source a key was told to speak for', () => {
    expect(defaultSource({ ...key, scopes: ['source:lent'] })).toBe('lent');
    expect(defaultSource(lent)).toBe('a');
  });
});

describe('maySpeakFor', () => {
  it.each([
    ['nobody yet', key, undefined, true],
    ['the key itself', key, 'a', true],
    ['another key', key, 'b', false],
    ['another key, but it was told so', lent, 'b', true],
  ])('of a source that belongs to %s', (_, principal, owner, expected) => {
    expect(maySpeakFor(principal, 'lent', owner)).toBe(expected);
  });

  it('limits a key with scopes to them', () => {
    expect(maySpeakFor(lent, 'free', undefined)).toBe(false);
  });

  it('lets administrators speak for all', () => {
    expect(maySpeakFor({ ...key, kind: 'admin' }, 'foreign', 'b')).toBe(true);
  });
});
