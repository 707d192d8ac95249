import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pushOptionsOf } from './push-options.js';

const ENV = { PATTI_KEY: 'secret' };

describe('options of a push', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patti-options-'));
  const csv = join(folder, 'jobs.CSV');
  const ndjson = join(folder, 'jobs.ndjson');
  const xml = join(folder, 'jobs.xml');
  writeFileSync(xml, '<a/>');
  writeFileSync(csv, 'a\n1\n');
  writeFileSync(ndjson, '{}\n');
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (line: string, env: NodeJS.ProcessEnv = ENV) => pushOptionsOf(line.split(' '), env);

  it('say what goes into the address', () => {
    const { target, reading } = read(`${csv} --pact p --kind employment --source sil --dates it --dry-run`);
    expect(target).toEqual({
      pactId: 'p',
      query: { mode: 'partial', dryRun: true, source: 'sil', kind: 'employment', dates: 'it' },
    });
    expect(reading).toMatchObject({ format: 'csv', encoding: 'utf-8', partRows: 5_000 });
  });

  it('send communications whole, as what they are', () => {
    const { target, reading } = read(`${xml} --pact p --part-rows 10`);
    expect(target.query).toEqual({ mode: 'partial', dryRun: false, profile: 'unilav' });
    expect(reading).toMatchObject({ format: 'xml', partRows: Infinity });
  });

  it('keep an atomic push in one request', () => {
    expect(read(`${ndjson} --pact p --mode atomic`).reading).toMatchObject({
      partRows: Infinity,
      partBytes: Infinity,
    });
  });

  it('take the key from the environment or a file only', () => {
    const file = join(folder, 'key');
    writeFileSync(file, 'from-file\n');
    expect(read(`${ndjson} --pact p`).connection.key).toBe('secret');
    expect(read(`${ndjson} --pact p --key-file ${file}`).connection.key).toBe('from-file');
    expect(() => read(`${ndjson} --pact p --key secret`)).toThrow("Unknown option '--key'");
    expect(() => read(`${ndjson} --pact p`, {})).toThrow('a key is needed');
  });

  it.each([
    [ndjson, '--pact is needed'],
    [`${csv} --pact p`, '--kind is needed'],
    [`${ndjson} --pact p --kind employment`, '--kind goes with CSV only'],
    [`${xml} --pact p --kind employment`, '--kind goes with CSV only'],
    [`${ndjson} --pact p --mode some`, '--mode takes partial, atomic'],
    [`${ndjson} --pact p --part-rows 0`, '--part-rows takes a whole number from 1 to 10000'],
    [`${ndjson} --pact p --encoding klingon`, '--encoding takes'],
    [`${ndjson} ${csv} --pact p`, 'one file is needed'],
    [`${folder} --pact p`, 'is not a file'],
    [`${ndjson} --pact p --url http://patti.example.org`, 'in the clear'],
    [`${ndjson} --pact p --url https://user:pw@patti.example.org`, '--url takes'],
  ])('refuse %s', (line, says) => {
    expect(() => read(line)).toThrow(says);
  });

  it('allow an address without encryption when told', () => {
    const { connection } = read(`${ndjson} --pact p --url http://patti:3000/ --plain-http`);
    expect(connection.url).toBe('http://patti:3000');
  });
});
