import type { Scale } from './indicator-settings.rules.js';
import { scaleFaults } from './scales.rules.js';

const scale = (changes: Partial<Scale> = {}): Scale => ({
  name: 'outcomes',
  version: '1',
  domains: ['housing'],
  min: 1,
  max: 10,
  better: 'higher',
  ...changes,
});

describe('the scales of a pact', () => {
  it('are taken in several versions', () => {
    expect(scaleFaults([scale(), scale({ version: '2' }), scale({ name: 'other' })])).toEqual([]);
  });

  it('are refused, with their place, where there is no way up or one stands twice', () => {
    const faults = scaleFaults([scale(), scale({ name: 'flat', max: 1 }), scale()]);
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/scales/1/max', '/scales/2']);
  });
});
