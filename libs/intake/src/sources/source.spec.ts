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
    ['nobody yet', key, undefined, false, true],
    ['the key itself', key, 'a', false, true],
    ['another key', key, 'b', false, false],
    ['nobody yet, but is kept for keys that were told so', key, undefined, true, false],
    ['the key itself, but is kept for others now', key, 'a', true, false],
    ['another key, but this one was told so', lent, 'b', true, true],
    ['another key, even for an administrator', { ...key, kind: 'admin' as const }, 'b', false, false],
  ])('of a source that belongs to %s', (_, principal, ownerId, kept, expected) => {
    expect(maySpeakFor(principal, 'lent', { ownerId, lent: kept })).toBe(expected);
  });

  it('limits a key with scopes to them', () => {
    expect(maySpeakFor(lent, 'free', { ownerId: undefined, lent: false })).toBe(false);
  });
});
