import { normaliseIdentifier } from './identifier.rules.js';

describe('normaliseIdentifier', () => {
  it('makes all spellings of a tax code one', () => {
    expect(normaliseIdentifier('it-cf', ' rss mra 85t10 a562s ')).toBe('RSSMRA85T10A562S');
  });

  it('gives nothing for what is no tax code', () => {
    expect(normaliseIdentifier('it-cf', 'RSSMRA85T10A562X')).toBeUndefined();
  });

  it('trims and composes identifiers of other schemes, and leaves their case alone', () => {
    expect(normaliseIdentifier('mutuo', ' Nicolo\u0300 7 ')).toBe('Nicol\u00f2 7');
  });
});
