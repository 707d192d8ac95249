import 'reflect-metadata';
import { TemplateCatalogue } from './template-catalogue.js';

const good = { code: 'good', version: 1, name: { it: 'Buono' } };

describe('the catalogue of templates', () => {
  it('stands in the order of codes', () => {
    const catalogue = TemplateCatalogue.load([
      { ...good, code: 'b' },
      { ...good, code: 'a' },
    ]);
    expect(catalogue.all.map(({ code }) => code)).toEqual(['a', 'b']);
    expect(catalogue.find('b')?.name).toEqual({ it: 'Buono' });
    expect(catalogue.find('c')).toBeUndefined();
  });

  it('refuses to start with a file that cannot be used, and tells which and where', () => {
    const misspelt = { ...good, code: 'odd', measure: [] };
    const dangling = { ...good, problemLinks: [{ cause: 'a', effect: 'b' }] };
    expect(() => TemplateCatalogue.load([misspelt, dangling])).toThrow(
      'templates cannot be used: odd: /measure unknown-field; good: /problemLinks/0/cause unknown-code; ' +
        'good: /problemLinks/0/effect unknown-code',
    );
  });

  it('refuses two files of one code', () => {
    expect(() => TemplateCatalogue.load([good, good])).toThrow('two of them have one code');
  });
});
