import { negotiated, type Offers } from './negotiation.js';

const FORMATS: Offers<'json' | 'csv'> = [
  ['json', ['application/json']],
  ['csv', ['text/csv', 'text/plain']],
];
const taking = (type: string) => (offered: string[]) => offered.includes(type) && type;

describe('the format of an answer', () => {
  it('is what the query says, whatever Accept says', () => {
    expect(negotiated('csv', FORMATS, taking('application/json'))).toBe('csv');
  });

  it('is the one that Accept likes, by any of its media types', () => {
    expect(negotiated(undefined, FORMATS, taking('text/plain'))).toBe('csv');
  });

  it('is the first where Accept takes all', () => {
    expect(negotiated(undefined, FORMATS, ([first = '']) => first)).toBe('json');
  });

  it('is refused where Accept takes none, with what there is', () => {
    expect(() => negotiated(undefined, FORMATS, () => false)).toThrow(
      expect.objectContaining({
        options: { detail: 'It answers in application/json, text/csv, text/plain.' },
      }),
    );
  });
});
