import fc from 'fast-check';
import { Pseudonyms } from '#pathways';
import { Problem, readSettings } from '#platform';
import { KINDS } from '../../kinds/index.js';
import { RowReader } from '../../rows/row-reader.js';
import { ConvertedRow, isFit, MAX_ROW_BYTES, type RawRow } from '../../rows/row.js';
import { CsvInput, type CsvOptions } from './csv.js';

const settings = readSettings({
  DATABASE_URL: 'postgres://nowhere/none',
  PARTICIPANT_PEPPER: 'a pepper for tests that is long enough',
});
const reader = new RowReader(new Pseudonyms(settings));
const kindOf = (name: string) => KINDS.find(({ kind }) => kind === name)!;

async function* pieces(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  for (let index = 1; index < places.length; index += 1)
    yield bytes.subarray(places[index - 1], places[index]);
}

interface Asked extends Partial<Omit<CsvOptions, 'kind'>> {
  readonly kind?: string;
  readonly cuts?: readonly number[];
}

async function rowsOf(body: string | Buffer, { kind = 'employment', cuts = [], ...more }: Asked = {}) {
  const rows: RawRow[] = [];
  const chunks = pieces(Buffer.from(body as string), cuts);
  for await (const some of new CsvInput(chunks, undefined, { kind: kindOf(kind), ...more }).rows())
    rows.push(...some);
  return rows;
}

const records = async (body: string | Buffer, asked?: Asked) =>
  (await rowsOf(body, asked)).map((row) => (row instanceof ConvertedRow ? row.record : row));

/** What is told of each row. */
const told = async (body: string | Buffer, asked?: Asked): Promise<string[]> =>
  (await rowsOf(body, asked)).map((raw, index) => {
    const row = reader.read(index, raw);
    if (isFit(row)) return 'fits';
    return row.errors
      .map(({ pointer, code, column }) => `${pointer} ${code} ${column ?? ''}`.trim())
      .join(', ');
  });

async function refusal(body: string | Buffer, asked?: Asked): Promise<string> {
  const error: unknown = await rowsOf(body, asked).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`accepted, or ${String(error)}`);
  const { detail, errors } = error.options;
  return errors?.map(({ code, column }) => `${code} ${column ?? ''}`.trim()).join(', ') ?? detail ?? '';
}

const HEADER = 'externalId;participantScheme;participantValue;startedOn;contract';
const ROW = 'e-1;own;anna;2025-01-15;A.01.00';
const person = { scheme: 'own', value: 'anna' };

describe('CsvInput', () => {
  it('makes a record of each row, whichever the order of columns, empty cells left out', async () => {
    const body = `contract,externalId,endedOn,participantValue,participantScheme,startedOn\nA.01.00,e-1,,anna,own,2025-01-15\n`;
    const record = { contract: 'A.01.00', externalId: 'e-1', participant: person, startedOn: '2025-01-15' };
    expect(await records(body)).toEqual([record]);
    expect(await told(body)).toEqual(['fits']);
  });

  it('takes a byte order mark, any end of line, no end of the last line, and quotes of every sort', async () => {
    const quoted = `"e ""1"";\n;x";own;"anna";2025-01-15;"A.01.00"`;
    for (const end of ['\n', '\r\n', '\r']) {
      const [record] = await records(`\ufeff${HEADER}${end}${quoted}`);
      expect(record).toMatchObject({ externalId: 'e "1";\n;x', participant: person });
    }
  });

  it('counts no blank lines, of delimiters neither', async () => {
    expect(await records(`\n${HEADER}\n\n${ROW}\n;;;;\n   \n${ROW}\n`)).toHaveLength(2);
  });

  it('reads Italian days and decimals where they are declared, and no others', async () => {
    const body = `${HEADER};plannedEndOn;hoursPerWeek\n${ROW};31/12/2025;20,5`;
    const italian = { dates: 'it', decimals: 'comma' } as const;
    expect(await records(body, italian)).toMatchObject([{ plannedEndOn: '2025-12-31', hoursPerWeek: 20.5 }]);
    expect(await told(body, italian)).toEqual(['fits']);
    expect(await told(body)).toEqual([
      '/plannedEndOn day plannedEndOn, /hoursPerWeek wrong-type hoursPerWeek',
    ]);
    for (const cell of ['31/02/2025', '1/2/2025', '31-12-2025', '12/31/2025', '31/12/25']) {
      const odd = `${HEADER};plannedEndOn\n${ROW};${cell}`;
      expect(await told(odd, italian)).toEqual(['/plannedEndOn day plannedEndOn']);
    }
    for (const cell of ['1.234,5', '1e3', '20.5', ' ', '0x10']) {
      const odd = `${HEADER};hoursPerWeek\n${ROW};${cell}`;
      const expected = cell === ' ' ? 'fits' : '/hoursPerWeek wrong-type hoursPerWeek';
      expect(await told(odd, italian)).toEqual([expected]);
    }
  });

  it('asks for days and numbers in the form that was declared, and tells how to declare another', async () => {
    const body = `${HEADER};plannedEndOn;hoursPerWeek\n${ROW};31.12.2025;20h`;
    const details = async (asked?: Asked) =>
      (await rowsOf(body, asked)).flatMap((raw) => {
        const row = reader.read(0, raw);
        return isFit(row) ? [] : row.errors.map(({ detail }) => detail);
      });
    expect(await details({ dates: 'it', decimals: 'comma' })).toEqual([
      expect.stringContaining('DD/MM/YYYY'),
      expect.stringContaining('20,5'),
    ]);
    expect(await details()).toEqual([
      expect.stringMatching('YYYY-MM-DD.*dates=it'),
      expect.stringMatching('20.5.*decimals=comma'),
    ]);
  });

  it('tells the column of a list with the item that does not fit', async () => {
    const body = 'externalId;participantScheme;participantValue;targetGroups\np;own;anna;neet|nobody\n';
    expect(await told(body, { kind: 'participant' })).toEqual(['/targetGroups/1 unknown-value targetGroups']);
  });

  it('reads lists, flags, scores and employers', async () => {
    const people = 'externalId;participantScheme;participantValue;targetGroups;rural;disability\n';
    expect(
      await records(`${people}p;own;anna;neet|migrant;VERO;false`, { kind: 'participant' }),
    ).toMatchObject([{ targetGroups: ['neet', 'migrant'], rural: true, disability: false }]);
    expect(await told(`${people}p;own;anna;neet;x;`, { kind: 'participant' })).toEqual([
      '/rural wrong-type rural',
    ]);
    const reading =
      'externalId;participantScheme;participantValue;scale;scaleVersion;onDate;score.housing;score.family_relations\n';
    const body = `${reading}a;own;anna;matrix;1;2025-03-01;3.5;\nb;own;anna;matrix;1;2025-03-01;;\nc;own;anna;matrix;1;2025-03-01;x;`;
    expect(await told(body, { kind: 'assessment' })).toEqual([
      'fits',
      '/scores required score.housing',
      '/scores/housing wrong-type score.housing',
    ]);
    const job = await told(`${HEADER};employerScheme;employerValue\n${ROW};;123`);
    expect(job).toEqual(['/employer/scheme required employerScheme']);
  });

  it.each([
    ['', 'no-header'],
    ['\n\n', 'no-header'],
    ['RSSMRA85T10A562S;Rossi\n', 'no-header'],
    [`${HEADER};nonsense\n${ROW};1`, 'unknown-column nonsense'],
    [`${HEADER};RSSMRA85T10A562S\n${ROW};1`, 'unknown-column'],
    [`${HEADER};RSSMRAURTMLARSNL\n${ROW};1`, 'unknown-column'],
    [`${HEADER};score.rssmra85t10a562s\n${ROW};1`, 'unknown-column'],
    [`${HEADER};score.housing\n${ROW};1`, 'unknown-column score.housing'],
    [`${HEADER};contract\n${ROW};1`, 'duplicate-column contract'],
    ['externalId;participantScheme;participantValue;startedOn\n', 'missing-column contract'],
    [
      'externalId;contract\n',
      'missing-column participantScheme, missing-column participantValue, missing-column startedOn',
    ],
    ['op;startedOn\n', 'missing-column externalId'],
    ['c'.repeat(100_000), 'row-too-long'],
    [`${'c;'.repeat(5_000)}\n`, 'no-header'],
  ])('refuses the header %.60j', async (body, expected) => {
    expect(await refusal(body)).toBe(expected);
  });

  it('needs only ids of a table that withdraws records', async () => {
    expect(await told('externalId;op\ne-1;delete\ne-2;upsert')).toEqual([
      'fits',
      expect.stringContaining('/participant required'),
    ]);
  });

  it('rejects a ragged row at its place, and goes on', async () => {
    expect(await told(`${HEADER}\n${ROW}\ne-2;own\n${ROW};more\n${ROW}`)).toEqual([
      'fits',
      'ragged-row',
      'ragged-row',
      'fits',
    ]);
  });

  it.each([
    [`${HEADER}\n${ROW}\n"e-2;own`, /line 3 .*never closed/],
    [`${HEADER}\n${ROW}\n"e-2"x;own;anna;2025-01-15;A.01.00\n`, /line 3 .*closing quote/],
    [`${HEADER}\n${ROW}\ne"2;own;anna;2025-01-15;A.01.00\n`, /line 3 .*quote stands in a cell/],
    [`${HEADER}\n${ROW}\n"${`${ROW}\n`.repeat(5_000)}`, /quote left open/],
  ])('refuses the whole for a broken quote: %.60j', async (body, expected) => {
    expect(await refusal(body)).toMatch(expected);
  });

  it('refuses what is not UTF-8, at its line, however the bytes are cut', async () => {
    const body = Buffer.from(`${HEADER}\n${ROW}\nè-2;own;?;2025-01-15;A.01.00\n${ROW}\n`);
    body[body.indexOf('?')] = 0xe9;
    for (const cuts of [[], [70], [1, 2, 3], [body.length - 5]])
      expect(await refusal(body, { cuts })).toBe('Line 3 is not valid UTF-8.');
    const cut = Buffer.from(`${HEADER}\n${ROW}è`).subarray(0, -1);
    expect(await refusal(cut)).toBe('Line 2 is not valid UTF-8.');
    expect(await refusal(Buffer.from(`\ufeff${HEADER}\n`, 'utf16le'))).toMatch(/UTF-16/);
    expect(await refusal(Buffer.from(`${HEADER}\n`, 'utf16le'))).toBe('no-header');
  });

  it('tells control characters of their row', async () => {
    expect(await told(`${HEADER}\ne\u0000;own;anna;2025-01-15;A.01.00\n`)).toEqual([
      '/externalId control-character externalId',
    ]);
  });

  it('names a row that is too long by refusing what follows', async () => {
    expect(await refusal(`${HEADER}\n${'x'.repeat(MAX_ROW_BYTES + 10)};own\n`)).toMatch(/bytes/);
  });

  it('gives the same rows however the bytes are cut', async () => {
    const cell = fc.constantFrom('è;"\n', '😀', 'a', ' b ', '=1+1', '""');
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 20 }), fc.array(fc.nat(3_000)), async (cells, cuts) => {
        const rows = cells.map((text) => `"${text.replaceAll('"', '""')}";own;anna;2025-01-15;A.01.00`);
        const body = `\ufeff${HEADER}\r\n${rows.join('\r\n')}`;
        const expected = cells.map((externalId) => expect.objectContaining({ externalId }) as unknown);
        expect(await records(body, { cuts })).toEqual(expected);
      }),
    );
  });
});
