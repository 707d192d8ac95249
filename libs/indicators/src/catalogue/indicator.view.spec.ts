import { Catalogue } from '../definition/catalogue.js';
import { describeFully } from './indicator.view.js';

describe('an indicator in the catalogue', () => {
  it('tells what each earlier version counted otherwise', async () => {
    const definition = (await Catalogue.load()).find('pathways_started')!;
    const history = [
      { version: 1, note: { it: 'Contava anche i ritiri.', en: 'Counted withdrawals, too.' } },
      { version: 2, note: { it: 'Contava per mese.', en: 'Counted by month.' } },
    ];
    const told = describeFully({ ...definition, version: 3, history }, 'it');
    expect(told).toMatchObject({ version: 3, history });
    expect(describeFully(definition, 'en').history).toEqual([]);
  });
});
