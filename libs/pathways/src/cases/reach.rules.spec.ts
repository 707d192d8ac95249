import { reachOf } from './reach.rules.js';

describe('the reach of a caller', () => {
  it('is its actor and the access points among its scopes', () => {
    const scopes = ['source:sil', 'access-point:pua-bergamo', 'access-point:pua:2'];
    expect(reachOf({ actorId: 'a', scopes })).toEqual({
      actorId: 'a',
      accessPoints: ['pua-bergamo', 'pua:2'],
    });
  });

  it('is nothing without either', () => {
    expect(reachOf({ scopes: ['access-points'] })).toEqual({ actorId: undefined, accessPoints: [] });
  });
});
