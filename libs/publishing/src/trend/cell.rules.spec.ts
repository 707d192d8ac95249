import { parseCell } from './cell.rules.js';

describe('a cell in an address', () => {
  it.each([
    ['', {}],
    ['sex:F', { sex: 'F' }],
    ['sex:F,ageGroup:18-29', { sex: 'F', ageGroup: '18-29' }],
    ['measure:a%2Cb%3Ac', { measure: 'a,b:c' }],
    ['measure:urn:x', { measure: 'urn:x' }],
  ])('is read from %j', (text, cell) => {
    expect(parseCell(text)).toEqual(cell);
  });

  it.each(['sex', ':F', 'sex:', 'sex:F,sex:M', 'sex:%E0%A4%A', 'se x:F', 'sex:F,'])('is not %j', (text) => {
    expect(parseCell(text)).toBeUndefined();
  });
});
