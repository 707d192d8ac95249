import { inBoth, inOne, keeping } from './words.js';

describe('words of a template', () => {
  it('stand for the other language where they are said in one', () => {
    expect(inOne({ it: 'sì', en: 'yes' }, 'en')).toBe('yes');
    expect(inOne({ it: 'sì' }, 'en')).toBe('sì');
    expect(inOne({ en: 'yes' }, 'it')).toBe('yes');
    expect(inBoth({ en: 'yes' })).toEqual({ it: 'yes', en: 'yes' });
    expect(inBoth({ it: 'sì' })).toEqual({ it: 'sì', en: undefined });
  });

  it('are kept as the tables keep them, and told again', () => {
    const { keep, tell } = keeping({ name: { both: 'title' }, description: { one: 'text' }, kind: 'plain' });
    const item = {
      code: 'a',
      name: { it: 'Nome', en: 'Name' },
      description: { it: 'Testo', en: 'Text' },
      kind: 'x',
    };
    const kept = keep(item, 'en');
    expect(kept).toEqual({ code: 'a', titleIt: 'Nome', titleEn: 'Name', text: 'Text', kind: 'x' });
    expect(tell(kept, 'en')).toEqual({ ...item, description: { en: 'Text' } });
    expect(keep({ code: 'b', name: { it: 'B' } }, 'it')).toEqual({ code: 'b', titleIt: 'B' });
    expect(tell({ code: 'b', titleIt: 'B' }, 'it')).toEqual({ code: 'b', name: { it: 'B' } });
  });
});
