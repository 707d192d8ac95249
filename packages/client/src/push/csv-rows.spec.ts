import { csvRecords } from './csv-rows.js';

async function* chunks(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

const read = async (texts: string[], delimiter?: 'semicolon' | 'comma') => {
  const records: { text: string; line?: number }[] = [];
  for await (const record of csvRecords(chunks(...texts), delimiter)) records.push(record);
  return records;
};

describe('records of a CSV file', () => {
  it.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
  ])('keep quoted breaks and their lines with %s', async (_, end) => {
    const text = ['id;note', `1;"two${end}lines; ""so"""`, '', '2;x', '3;y', ''].join(end);
    expect(await read([text])).toEqual([
      { text: 'id;note', line: 1 },
      { text: `1;"two${end}lines; ""so"""`, line: 2 },
      { text: '2;x', line: 5 },
      { text: '3;y', line: 6 },
    ]);
  });

  it('are the same wherever the file is cut while it is read', async () => {
    const text = 'a,b\n1,"x,\ny"\n2,z\n';
    const whole = await read([text]);
    for (let at = 1; at < text.length; at++) {
      expect(await read([text.slice(0, at), text.slice(at)])).toEqual(whole);
    }
    expect(whole.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('are cut at the delimiter that the header shows, or that is told', async () => {
    const quotedComma = 'a;b\nx,"y;1\n';
    expect(await read(['a;b\n1;"2;\n3"\n'])).toHaveLength(2);
    await expect(read([quotedComma], 'comma')).rejects.toThrow('from line 2 on (CSV_QUOTE_NOT_CLOSED)');
  });

  it('that cannot be read are refused by line, without what stands there', async () => {
    const fault = await read(['a;b\n1;2\n"RSSMRA85T10A562S"x;2\n']).catch((error: Error) => error.message);
    expect(fault).toBe('the table cannot be read from line 3 on (CSV_INVALID_CLOSING_QUOTE)');
  });

  it('of an empty file are none', async () => {
    expect(await read([''])).toEqual([]);
  });
});
