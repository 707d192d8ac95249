import fc from 'fast-check';
import { withIds } from './service-offer.rules.js';

const numbered = () => {
  let next = 0;
  return () => `new-${next++}`;
};
const known = [
  { id: 'a', name: 'Ascolto' },
  { id: 'b', name: 'Corsi' },
];

describe('the ids of services', () => {
  it('stay with the service that is told by its id, whatever it is called now', () => {
    expect(withIds([{ id: 'a', name: 'Sportello' }], known, numbered())).toEqual({
      offers: [{ id: 'a', name: 'Sportello' }],
    });
  });

  it('stay with the service that is told by its name', () => {
    expect(withIds([{ name: 'Corsi' }, { name: 'Casa' }], known, numbered())).toEqual({
      offers: [
        { id: 'b', name: 'Corsi' },
        { id: 'new-0', name: 'Casa' },
      ],
    });
  });

  it('are given once', () => {
    expect(withIds([{ id: 'a', name: 'x' }, { name: 'Ascolto' }], known, numbered())).toEqual({
      offers: [
        { id: 'a', name: 'x' },
        { id: 'new-0', name: 'Ascolto' },
      ],
    });
    expect(
      withIds(
        [
          { id: 'a', name: 'x' },
          { id: 'a', name: 'y' },
        ],
        known,
        numbered(),
      ),
    ).toEqual({ unknown: [1] });
  });

  it('are not chosen by who sends them', () => {
    expect(withIds([{ name: 'x' }, { id: 'z', name: 'y' }], known, numbered())).toEqual({ unknown: [1] });
  });

  it('are all different, and what is sent back as it was told keeps them', () => {
    const offer = fc.record({ name: fc.constantFrom('Ascolto', 'Corsi', 'Casa') });
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 6 }), (wanted) => {
        const first = withIds(wanted, known, numbered());
        if ('unknown' in first) throw new Error('no id was sent');
        expect(new Set(first.offers.map(({ id }) => id)).size).toBe(wanted.length);
        expect(withIds(first.offers, first.offers, () => 'never')).toEqual(first);
        expect(withIds(wanted, first.offers, () => 'never')).toEqual(first);
      }),
    );
  });
});
