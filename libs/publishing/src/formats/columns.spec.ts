import { Catalogue } from '#indicators';
import { columnsOf } from './columns.rules.js';

const NOT_TOLD = ['period', 'breakdown', 'missing', 'leftOut', 'ci95'];

describe('the columns of a file', () => {
  it('have a place for every number that an example of the catalogue has', async () => {
    const { all } = await Catalogue.load();
    const examples = all.flatMap(({ examples: each }) => each.flatMap(({ figures }) => figures));
    const numbers = new Set(examples.flatMap((figure) => Object.keys(figure)));
    const columns = columnsOf([]).map(({ name }) => name);
    expect([...numbers].filter((name) => !NOT_TOLD.includes(name) && !columns.includes(name))).toEqual([]);
    expect(numbers).toContain('improved');
  });
});
