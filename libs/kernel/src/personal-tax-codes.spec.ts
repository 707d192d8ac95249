import fc from 'fast-check';
import { isPersonalTaxCode, mayNamePerson, withoutTaxCodes } from './personal-tax-codes.js';

describe('isPersonalTaxCode', () => {
  it.each(['RSSMRA85T10A562S', 'MRTMTT91D08F205J', 'BNCGVN60A41H501J'])('accepts %s', (code) => {
    expect(isPersonalTaxCode(code)).toBe(true);
  });

  it('accepts a code of which a digit was replaced because two people would share it', () => {
    expect(isPersonalTaxCode('RSSMRA85T10A56NH')).toBe(true);
    expect(isPersonalTaxCode('RSSMRA85T10A56NS')).toBe(false);
  });

  it.each([
    ['a wrong control character', 'RSSMRA85T10A562T'],
    ['a day that no month has', 'RSSMRA85T32A562Y'],
    ['a month letter that does not exist', 'RSSMRA85F10A562S'],
    ['fifteen characters', 'RSSMRA85T10A562'],
    ['lower case', 'rssmra85t10a562s'],
    ['the code of a firm', '01234567897'],
  ])('refuses %s', (_, code) => {
    expect(isPersonalTaxCode(code)).toBe(false);
  });

  it('finds any single character that is mistyped in an even place', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    fc.assert(
      fc.property(fc.constantFrom(1, 3, 5), fc.constantFrom(...letters), (place, letter) => {
        const code = 'RSSMRA85T10A562S';
        const mistyped = code.slice(0, place) + letter + code.slice(place + 1);
        return mistyped === code || !isPersonalTaxCode(mistyped);
      }),
    );
  });
});

describe('a text that may name a person', () => {
  it.each([
    'RSSMRA85T10A562S',
    'rssmra85t10a562s',
    'RSSMRAURTMLARSNL',
    'RSSMRA85T10A562X',
    'cf_RSSMRA85T10A562S',
  ])('holds %s', (text) => expect(mayNamePerson(text)).toBe(true));

  it.each([
    '',
    'hoursPerWeek',
    'professionalrole',
    'RSSMRA85T10A562',
    'xRSSMRA85T10A562S1',
    '0190a8f2-7d3c-7e55',
  ])('is not "%s"', (text) => expect(mayNamePerson(text)).toBe(false));

  it('is told without the codes in it', () => {
    expect(withoutTaxCodes('/v1/rssmra85t10a562s/x/RSSMRA85T10A562S')).toBe('/v1/…/x/…');
  });
});
