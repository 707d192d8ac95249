import fc from 'fast-check';
import { Pseudonyms } from '#pathways';
import { Problem, readSettings } from '#platform';
import { unilav, unilavFile, type Told } from '../../../../../test/support/communications.js';
import { RowReader } from '../../rows/row-reader.js';
import { ConvertedRow, isFit, MAX_ROW_BYTES, type RawRow } from '../../rows/row.js';
import { UnilavInput } from './unilav.js';

const pseudonyms = new Pseudonyms(
  readSettings({
    DATABASE_URL: 'postgres://nowhere/none',
    PARTICIPANT_PEPPER: 'a pepper for tests that is long enough',
  }),
);
const reader = new RowReader(pseudonyms);

async function* pieces(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  for (let index = 1; index < places.length; index += 1)
    yield bytes.subarray(places[index - 1], places[index]);
}

async function rowsOf(body: string, cuts: readonly number[] = []): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const some of new UnilavInput(pieces(Buffer.from(body), cuts), undefined, pseudonyms).rows())
    rows.push(...some);
  return rows;
}

const recordsOf = async (body: string, cuts?: readonly number[]) =>
  (await rowsOf(body, cuts)).map((row) => (row instanceof ConvertedRow ? row.record : row));

const recordOf = async (told: Told) => (await recordsOf(unilav(told)))[0] as Record<string, unknown>;

const faultsOf = async (body: string): Promise<string[]> =>
  (await rowsOf(body)).map((raw, index) => {
    const row = reader.read(index, raw);
    if (isFit(row)) return 'fits';
    return row.errors
      .map(({ pointer, code, element }) => `${pointer} ${code} ${element ?? ''}`.trim())
      .join(', ');
  });

async function refusal(body: string): Promise<string> {
  const error: unknown = await rowsOf(body).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`accepted, or ${String(error)}`);
  return error.options.errors?.[0]?.code ?? error.options.detail ?? '';
}

describe('UnilavInput', () => {
  it('reads a hire, without any code as it was sent', async () => {
    const record = await recordOf({ code: '1234567890123456', endsOn: '2025-08-31' });
    expect(record).toMatchObject({
      event: 'hire',
      doing: 'tell',
      sentAt: '2025-03-01T08:00:00.000Z',
      startedOn: '2025-03-01',
      plannedEndOn: '2025-08-31',
      contract: 'A.02.00',
      hoursPerWeek: 20,
      sector: '56.10.11',
    });
    expect(record['relation']).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify([record['relation'], record['externalId']])).not.toMatch(/1234567890|RSSMRA/);
    const row = reader.read(0, (await rowsOf(unilav({ code: '1234567890123456' })))[0]!);
    expect(isFit(row)).toBe(true);
    expect(JSON.stringify(row)).not.toMatch(/12345678903|1234567890123456|RSSMRA|Rossi/);
  });

  it('reads each other event', async () => {
    expect(await recordOf({ event: 'extension', endsOn: '2026-01-31' })).toMatchObject({
      event: 'extension',
      startedOn: '2025-03-01',
      plannedEndOn: '2026-01-31',
    });
    const transformed = {
      event: 'transformation',
      on: '2025-06-01',
      reason: 'DI',
      contract: 'A.01.00',
    } as const;
    expect(await recordOf(transformed)).toMatchObject({
      transformedOn: '2025-06-01',
      becomesPermanent: true,
    });
    const shorter = { ...transformed, reason: 'TP', contract: 'A.02.00', endsOn: '2025-09-30' };
    expect(await recordOf(shorter)).toMatchObject({ plannedEndOn: '2025-09-30' });
    expect(await recordOf(shorter)).not.toHaveProperty('becomesPermanent');
    expect(await recordOf({ event: 'cessation', on: '2025-07-15', reason: 'LI' })).toMatchObject({
      endedOn: '2025-07-15',
      endReason: 'LI',
    });
  });

  it('knows the same relation and the same communication again, and no others', async () => {
    const hire = await recordOf({ code: '11' });
    const again = await recordOf({ code: '11', worker: 'rssmra85t10 a562s' });
    expect([again['relation'], again['externalId']]).toEqual([hire['relation'], hire['externalId']]);
    const end = await recordOf({ event: 'cessation', code: '12', on: '2025-07-15' });
    expect(end['relation']).toBe(hire['relation']);
    expect(end['externalId']).not.toBe(hire['externalId']);
    expect((await recordOf({ startedOn: '2025-03-02' }))['relation']).not.toBe(hire['relation']);
    const corrected = await recordOf({ code: '13', replaces: '11', type: '03' });
    expect(corrected).toMatchObject({ doing: 'rectify', replaces: hire['externalId'] });
    expect(await recordOf({ code: '14', replaces: '11', type: '04' })).toMatchObject({ doing: 'annul' });
    const [unnumbered, same] = [await recordOf({}), await recordOf({ code: '0000' })];
    expect(unnumbered['externalId']).toBe(same['externalId']);
    expect((await recordOf({ endsOn: '2026-01-01' }))['externalId']).not.toBe(same['externalId']);
  });

  it('finds communications in an element of any name, one after the other, under any prefix', async () => {
    const one = unilav({ code: '1' });
    const prefixed = one.replaceAll(/<(\/?)(\w)/g, '<$1ns2:$2').replace('xmlns=', 'xmlns:ns2=');
    const head = '<?xml version="1.0" encoding="UTF-8"?>';
    const [record] = await recordsOf(one);
    for (const body of [unilavFile([{ code: '1' }]), `\ufeff${head}${one}`, prefixed]) {
      expect(await recordsOf(body)).toEqual([record]);
    }
    expect(await recordsOf(`${head}\n${one}\n${head}\n<!-- <UniLav> -->\n${one}`)).toEqual([record, record]);
  });

  it('tells of each communication what does not fit, and in which element', async () => {
    const bodies = [
      unilav({ worker: 'RSSMRA85T10A562X' }),
      unilav({ employer: '12345678901' }),
      unilav({ startedOn: '2025-02-30' }),
      unilav({ contract: 'A1' }),
      unilav({ event: 'cessation' }),
      unilav({ event: 'cessation', on: '2025-02-28' }),
      unilav({ event: 'extension' }),
      unilav({ type: '03' }),
      unilav({ type: '04', replaces: '000' }),
      unilav({}).replace(/<InizioRapporto.*<\/InizioRapporto>/, ''),
      unilav({}).replace(' denominazione=', ' denominazione '),
      unilav({}).replaceAll('UniLav', 'UniSomm'),
      unilav({}).replace('Mària', 'x'.repeat(MAX_ROW_BYTES)),
      unilav({}),
    ];
    expect(await faultsOf(`<Tutte>${bodies.join('')}</Tutte>`)).toEqual([
      '/participant/value tax-code Lavoratore/AnagraficaCompleta/codice-fiscale',
      '/employer/value tax-code DatoreLavoro/codiceFiscale',
      '/startedOn day InizioRapporto/dataInizio',
      '/contract pattern InizioRapporto/TipologiaContrattuale',
      '/endedOn required Cessazione/dataCessazione',
      '/endedOn before-start Cessazione/dataCessazione',
      '/plannedEndOn required Proroga/dataFineProroga',
      '/replaces required codiceComunicazionePrecedente',
      '/replaces required codiceComunicazionePrec',
      '/event required',
      'malformed-xml',
      'unsupported-communication',
      'row-too-long',
      'fits',
    ]);
  });

  it.each([
    ['', 'no-communications'],
    ['<Comunicazioni></Comunicazioni>', 'no-communications'],
    ['UniLav', /not well-formed/],
    [`${unilav({})}x`, /not well-formed, from communication 1/],
    [`<a>${unilav({})}`, /not well-formed/],
    [`<a>${unilav({})}</b>`, /not well-formed/],
    [unilav({}).replace('</Lavoratore>', ''), /not well-formed, from communication 0/],
    [unilav({}).slice(0, -3), /not well-formed/],
    [`<!DOCTYPE x [<!ENTITY e "x">]>${unilav({})}`, /DOCTYPE/],
    [`<a><!ENTITY e "x">${unilav({})}</a>`, /DOCTYPE/],
    [unilav({}).replace('<Lavoratore>', '<Lavoratore><!DOCTYPE x>'), /DOCTYPE/],
    ['<a>'.repeat(20_000), /levels/],
    [`<a b="${'x'.repeat(100_000)}`, /not well-formed/],
    [`<!--${'x'.repeat(100_000)}`, /not well-formed/],
  ])('refuses the whole of %.50j', async (body, expected) => {
    expect(await refusal(body)).toMatch(expected);
  });

  it('puts nothing in the place of an entity that nobody declared', async () => {
    expect(await faultsOf(unilav({}).replace('A.02.00', '&contract;'))).toEqual([
      expect.stringContaining('/contract'),
    ]);
  });

  it('gives the same rows however the bytes are cut', async () => {
    const body = `<!-- > è < --><a t='>'>${unilav({ code: '1' })}<![CDATA[</a>]]>${unilav({ code: '2' })}</a>`;
    const whole = await recordsOf(body);
    expect(whole).toHaveLength(2);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5_000), { maxLength: 60 }), async (cuts) => {
        expect(await recordsOf(body, cuts)).toEqual(whole);
      }),
    );
  });

  it('holds no more than one communication of a file without end', async () => {
    const endless = (async function* () {
      yield Buffer.from('<a>');
      const some = Buffer.from(unilav({}).repeat(20));
      for (let count = 0; count < 500; count += 1) yield some;
      yield Buffer.from('</a>');
    })();
    let rows = 0;
    for await (const some of new UnilavInput(endless, undefined, pseudonyms).rows()) rows += some.length;
    expect(rows).toBe(10_000);
  });
});
