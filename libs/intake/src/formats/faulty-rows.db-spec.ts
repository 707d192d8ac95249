import { KINDS } from '../kinds/index.js';
import { columnsOf, type Column } from '../kinds/columns.js';
import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { unilav, type Told } from '../../../../test/support/communications.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';

const ROWS = 10_000;
const PATIENCE_MS = 120_000;

type Row = Readonly<Record<string, unknown>>;

const PERSON = { scheme: 'it-cf', value: 'RSSMRA85T10A562S' };
const FIRM = { scheme: 'it-cf', value: '12345678903' };
const sound = (n: number): Row => ({
  externalId: `e-${n}`,
  participant: { scheme: 'own', value: `person-${n % 500}` },
  startedOn: '2025-01-15',
  contract: 'A.01.00',
});

/** One fault each, whatever the format: the fields that differ from a sound row, and what must be told. */
const FAULTS: readonly (readonly [Row, string])[] = [
  [{ participant: { ...PERSON, value: 'RSSMRA85T10A562X' } }, '/participant/value tax-code'],
  [{ participant: { ...PERSON, value: 'RSSMRA85T41' } }, '/participant/value tax-code'],
  [{ participant: { ...PERSON, scheme: 'IT CF' } }, '/participant/scheme pattern'],
  [{ participant: undefined }, '/participant required'],
  [{ externalId: undefined }, '/externalId required'],
  [{ externalId: 'x'.repeat(201) }, '/externalId too-long'],
  [{ op: 'remove' }, '/op unknown-value'],
  [{ confirmedOn: '2100-01-01' }, '/confirmedOn in-the-future'],
  [{ confirmedOn: '2026-02-31' }, '/confirmedOn day'],
  [{ startedOn: undefined }, '/startedOn required'],
  [{ startedOn: '2026-02-30' }, '/startedOn day'],
  [{ startedOn: '20260101' }, '/startedOn day'],
  [{ startedOn: '1899-12-31' }, '/startedOn day'],
  [{ startedOn: '2101-01-01' }, '/startedOn day'],
  [{ plannedEndOn: '31/12/2025' }, '/plannedEndOn day'],
  [{ plannedEndOn: '2024-12-31' }, '/plannedEndOn before-start'],
  [{ endedOn: '2025-01-14' }, '/endedOn before-start'],
  [{ endedOn: 'never' }, '/endedOn day'],
  [{ endReason: 'dismissed' }, '/endReason incomplete'],
  [{ endedOn: '2025-02-01', endReason: 'x'.repeat(101) }, '/endReason too-long'],
  [{ contract: undefined }, '/contract required'],
  [{ contract: 'A1' }, '/contract pattern'],
  [{ contract: 'a.01.00' }, '/contract pattern'],
  [{ contract: 'A.01.000' }, '/contract too-long'],
  [{ hoursPerWeek: 169 }, '/hoursPerWeek out-of-range'],
  [{ hoursPerWeek: -1 }, '/hoursPerWeek out-of-range'],
  [{ hoursPerWeek: 1.001 }, '/hoursPerWeek too-precise'],
  [{ hoursPerWeek: 'full' }, '/hoursPerWeek wrong-type'],
  [{ employer: { ...FIRM, scheme: 'X Y' } }, '/employer/scheme pattern'],
  [{ sector: 'x'.repeat(21) }, '/sector too-long'],
];

const COMMUNICATED: readonly (readonly [Told, string, string])[] = [
  [
    { worker: 'RSSMRA85T10A562X' },
    '/participant/value tax-code',
    'Lavoratore/AnagraficaCompleta/codice-fiscale',
  ],
  [{ worker: 'RSSMRA85T41' }, '/participant/value tax-code', 'Lavoratore/AnagraficaCompleta/codice-fiscale'],
  [{ employer: '12345678901' }, '/employer/value tax-code', 'DatoreLavoro/codiceFiscale'],
  [{ startedOn: '2025-02-30' }, '/startedOn day', 'InizioRapporto/dataInizio'],
  [{ endsOn: '2025-02-01' }, '/plannedEndOn before-start', 'InizioRapporto/dataFine'],
  [{ contract: 'A1' }, '/contract pattern', 'InizioRapporto/TipologiaContrattuale'],
  [{ event: 'extension' }, '/plannedEndOn required', 'Proroga/dataFineProroga'],
  [{ event: 'cessation' }, '/endedOn required', 'Cessazione/dataCessazione'],
  [{ event: 'cessation', on: '2025-02-01' }, '/endedOn before-start', 'Cessazione/dataCessazione'],
  [{ event: 'transformation', on: 'x' }, '/transformedOn day', 'Trasformazione/dataTrasformazione'],
];

/** Where the faults stand: far apart and in no order, the first and the last row among them. */
const PLACES = FAULTS.map((_, n) => (n === 0 ? 0 : n === 1 ? ROWS - 1 : (n * 7_919 + 13) % ROWS));
const faultAt = new Map(PLACES.map((place, n) => [place, n]));

const rows = Array.from({ length: ROWS }, (_, n): Row => {
  const fault = faultAt.get(n);
  return { ...sound(n), ...(fault !== undefined && FAULTS[fault]![0]) };
});

const COLUMNS = [...columnsOf(KINDS.find(({ kind }) => kind === 'employment')!).values()];

function cellOf(row: Row, { path: [first, second] }: Column): string {
  const value = row[first];
  const inner = (second === undefined ? value : (value as Row | undefined)?.[second]) as
    string | number | undefined;
  return String(inner ?? '');
}

const csv = (): string =>
  [COLUMNS.map(({ name }) => name), ...rows.map((row) => COLUMNS.map((column) => cellOf(row, column)))]
    .map((cells) => cells.join(';'))
    .join('\n');

const record = (row: Row): string => JSON.stringify({ kind: 'employment', ...row });

interface RowTold {
  readonly index: number;
  readonly errors: readonly { pointer: string; code: string; column?: string; element?: string }[];
}

describe('thirty faulty rows among ten thousand', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let partner: Client;
  beforeAll(async () => {
    api = await startApi();
    pact = await pactWithMembers(api, 1);
    partner = await pact.keyOf('partner');
  });
  afterAll(() => api.close());

  async function told(body: string, type: string, query: string): Promise<RowTold[]> {
    const path = `${pact.path}/outcome-batches?source=${type.replace(/\W/g, '-')}${query}`;
    const answer = await partner.post(path, body, { 'Content-Type': type });
    expect(answer.body.counts).toMatchObject({ received: ROWS, rejected: FAULTS.length });
    return answer.body.results;
  }

  const inOrder = [...faultAt].sort(([a], [b]) => a - b);
  const brief = ({ index, errors }: RowTold) =>
    `${index} ${errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`;
  const expected = inOrder.map(([place, fault]) => `${place} ${FAULTS[fault]![1]}`);

  it.each([
    ['NDJSON', 'application/x-ndjson', '', () => rows.map(record).join('\n')],
    ['JSON', 'application/json', '', () => `{"records":[${rows.map(record).join(',')}]}`],
    ['CSV', 'text/csv', '&kind=employment', csv],
  ])(
    'are each told once, at their row, in %s',
    async (_, type, query, body) => {
      const results = await told(body(), type, query);
      expect(results.map(brief)).toEqual(expected);
      const columns = results.map(({ errors }) => errors[0]?.column);
      if (type !== 'text/csv') return expect(columns).toEqual(columns.map(() => undefined));
      const names = new Set(COLUMNS.map(({ name }) => name));
      expect(columns.every((column) => column !== undefined && names.has(column))).toBe(true);
    },
    PATIENCE_MS,
  );

  it(
    'are each told once, at their place and element, in XML',
    async () => {
      const faultOf = (n: number) => COMMUNICATED[n % COMMUNICATED.length]!;
      const all = rows.map((_, n) => {
        const fault = faultAt.get(n);
        return unilav({ code: String(n + 1), ...(fault !== undefined && faultOf(fault)[0]) });
      });
      const results = await told(`<Tutte>${all.join('\n')}</Tutte>`, 'application/xml', '&profile=unilav');
      const found = results.map((row) => [brief(row), row.errors[0]?.element]);
      expect(found).toEqual(
        inOrder.map(([place, fault]) => [`${place} ${faultOf(fault)[1]}`, faultOf(fault)[2]]),
      );
    },
    PATIENCE_MS,
  );
});
