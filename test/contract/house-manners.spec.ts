import { join } from 'node:path';
import { faultsOf, sourceFiles } from '../support/house-manners.js';

const root = join(import.meta.dirname, '../..');
const crowd = Array.from({ length: 16 }, (_, place) => ({
  path: `libs/pacts/src/part-${place}.ts`,
  text: '',
}));

describe('the manners of the house', () => {
  it.each([
    ['sql-in-controller', 'libs/pacts/src/pacts.controller.ts', 'this.rows(`select id\n from pact`)'],
    ['sql-in-controller', 'libs/pacts/src/pacts.controller.ts', "this.rows('update pact set name = $1')"],
    ['vague-name', 'libs/pacts/src/pact-utils.ts', ''],
    ['vague-name', 'libs/pacts/src/base.ts', ''],
    ['not-kebab-case', 'libs/pacts/src/pactState.ts', ''],
    ['silenced-linter', 'libs/pacts/src/pact.ts', ['// oxlint', 'disable-next-line'].join('-')],
    ['saves-blindly', 'libs/pacts/src/pacts.service.ts', 'await this.database.manager.save(pact)'],
    ['synchronises-schema', 'libs/platform/src/data-source.ts', 'synchronize: '.concat('true')],
  ])('%s is seen in %s', (rule, path, text) => {
    expect(faultsOf([{ path, text }])).toEqual([{ rule, path }]);
  });

  it('a folder with more than fifteen source files is seen', () => {
    expect(faultsOf(crowd)).toEqual([{ rule: 'crowded-folder', path: 'libs/pacts/src' }]);
    expect(faultsOf(crowd.slice(1))).toEqual([]);
  });

  it('a second shape with the name of another is seen', () => {
    const text = 'export class PartAnswer {}';
    const paths = ['libs/pacts/src/part.dto.ts', 'libs/actors/src/part.dto.ts'];
    expect(faultsOf(paths.map((path) => ({ path, text })))).toEqual([
      { rule: 'shared-shape', path: paths[1] },
    ]);
  });

  it('a route whose words sound like SQL is no fault', () => {
    const text =
      "@Operation({ summary: 'Update a pact' }) @Get('select') read() { return this.pacts.get('from'); }";
    expect(faultsOf([{ path: 'libs/pacts/src/pacts.controller.ts', text }])).toEqual([]);
  });

  it('hold in the whole tree', () => {
    expect(faultsOf(sourceFiles(root, ['apps', 'libs', 'migrations', 'packages', 'test', 'tools']))).toEqual(
      [],
    );
  });
});
