import { Places } from './places.js';

describe('places', () => {
  const taken = (places: Places, holder: string, times: number) =>
    Array.from({ length: times }, () => places.enter(holder)).filter((leave) => leave !== undefined);

  it('are there once each', () => {
    const places = new Places(8);
    expect([taken(places, 'a', 20).length, taken(places, 'b', 20).length]).toEqual([6, 2]);
    expect(places.enter('c')).toBeUndefined();
  });

  it('can be taken again by the same and by others when they are left', () => {
    const places = new Places(4);
    const leaves = taken(places, 'a', 3);
    expect(places.enter('a')).toBeUndefined();
    for (const leave of leaves) leave?.();
    expect(taken(places, 'b', 9)).toHaveLength(3);
    expect(taken(places, 'a', 9)).toHaveLength(1);
  });

  it('have room for somebody even where there is only one', () => {
    expect(taken(new Places(1), 'a', 3)).toHaveLength(1);
  });
});
