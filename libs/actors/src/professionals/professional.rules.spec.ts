import { repeatedEndorsements } from './professional.rules.js';

describe('those who vouch for a professional', () => {
  it('do so once each, in whatever case their id is written', () => {
    const of = (...ids: string[]) => repeatedEndorsements(ids.map((memberId) => ({ memberId })));
    expect(of('a', 'b')).toEqual([]);
    expect(of('a', 'b', 'A', 'b')).toEqual([2, 3]);
  });
});
