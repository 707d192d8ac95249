import { columnsOf } from './columns.rules.js';
import { whole, type FileFormat, type Publication } from './publication.js';

const CONSTRAINTS: Readonly<Record<string, object>> = {
  id: { required: true, unique: true },
  indicator: { required: true },
  pactId: { required: true },
  period: { required: true },
  suppression: { required: true, enum: ['none', 'primary', 'complementary'] },
};

/** Describes the CSV of the same selection, as Data Package 2.0: put both files in one folder. */
export const dataPackage: FileFormat = {
  mediaTypes: ['application/vnd.datapackage+json'],
  fileName: 'datapackage.json',
  write: (publication) => whole(JSON.stringify(describe(publication))),
};

function describe({ indicators, breakdowns, language, address }: Publication): object {
  const fields = columnsOf(breakdowns).map(({ name, type }) => ({
    name,
    type,
    ...(CONSTRAINTS[name] && { constraints: CONSTRAINTS[name] }),
  }));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'figures',
    resources: [
      {
        name: 'figures',
        type: 'table',
        path: 'figures.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { lineTerminator: '\r\n', delimiter: ',' },
        sources: [{ title: 'Patti', path: asCsv(address) }],
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fields,
          primaryKey: ['id'],
          missingValues: [''],
        },
      },
    ],
    indicators: indicators.map(({ code, version, label, rule, unit, direction, type }) => ({
      code,
      version,
      label: label[language],
      rule: rule[language],
      unit,
      direction,
      type,
    })),
  };
}

/** The same question, answered as CSV. */
function asCsv(address: string): string {
  const [path = '', query] = address.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('format', 'csv');
  return `${path}?${parameters.toString()}`;
}
