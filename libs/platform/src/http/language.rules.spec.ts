import { preferredLanguage } from './language.rules.js';

describe('the language of labels', () => {
  it.each([
    [undefined, 'it'],
    ['', 'it'],
    ['de', 'it'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['it;q=0.5, en;q=0.8', 'en'],
    ['de, en;q=0.4, it;q=0.3', 'en'],
    ['en;q=0, it', 'it'],
    ['*', 'it'],
    ['IT-it', 'it'],
  ] as const)('for %p is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
