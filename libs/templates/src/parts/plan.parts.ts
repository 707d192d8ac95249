import { uuidv7 } from '#kernel';
import { addressesOf } from '#plan';
import type { Item, Kept, Part } from './part.js';
import { byCode, inBoth, keeping, type Words } from './words.js';

const titled = keeping({ name: { both: 'title' } });

interface Coded {
  readonly code: string;
  readonly name: Words;
}

interface Dimension extends Coded {
  readonly values: readonly Coded[];
}

interface Entry {
  readonly code: string;
  readonly title: Words;
}

interface KeptDimension extends Entry {
  readonly entries: readonly Entry[];
}

const entryOf = ({ code, name }: Coded): Entry => {
  const { it, en } = inBoth(name);
  return { code, title: { it, ...(en !== undefined && { en }) } };
};
/** The rows of a new grid, with ids of their own. */
const rowsBelow = (dimensions: readonly KeptDimension[]): object => ({
  dimensionRows: dimensions.map((dimension) => ({ ...dimension, id: uuidv7() })),
  cellRows: addressesOf(dimensions).map((address) => ({ address, id: uuidv7() })),
});
const codedOf = ({ code, title }: Entry): Coded => ({ code, name: title });

/** What a grid is made of stays, so that its cells keep their addresses. */
const grids: Part = {
  name: 'grids',
  keyOf: byCode,
  fixed: ['dimensions'],
  whenNew: ({ dimensions }) => rowsBelow(dimensions as KeptDimension[]),
  keep: (item, language) => ({
    ...titled.keep(item, language),
    dimensions: (item.dimensions as Dimension[]).map((dimension): KeptDimension => ({
      ...entryOf(dimension),
      entries: dimension.values.map(entryOf),
    })),
  }),
  tell: (row, language): Item => ({
    ...titled.tell(row, language),
    dimensions: (row.dimensions as KeptDimension[]).map((dimension) => ({
      ...codedOf(dimension),
      values: dimension.entries.map(codedOf),
    })),
  }),
  read: `select g.id, true as is_exported, true as is_open, jsonb_build_object('code', g.code, 'titleIt', g.title_it,
      'titleEn', g.title_en, 'dimensions', (
        select jsonb_agg(jsonb_build_object('code', d.code, 'entries', d.entries, 'title',
          jsonb_strip_nulls(jsonb_build_object('it', d.title_it, 'en', d.title_en))) order by d.position)
        from grid_dimension d where d.pact_id = g.pact_id and d.grid_id = g.id)) as kept
    from grid g where g.pact_id = $1`,
  write: [
    `insert into grid as t (pact_id, id, code, title_it, title_en)
     select $1, id, code, "titleIt", "titleEn"
     from jsonb_to_recordset($2::jsonb) as i (id uuid, code text, "titleIt" text, "titleEn" text)
     on conflict on constraint grid_pk do update set title_it = excluded.title_it, title_en = excluded.title_en,
       version = t.version + 1, updated_at = now()`,
    `insert into grid_dimension (pact_id, id, grid_id, position, code, title_it, title_en, entries)
     select $1, (d.value ->> 'id')::uuid, i.id, d.place, d.value ->> 'code', d.value -> 'title' ->> 'it',
       d.value -> 'title' ->> 'en', d.value -> 'entries'
     from jsonb_to_recordset($2::jsonb) as i (id uuid, "isNew" boolean, "dimensionRows" jsonb)
       cross join lateral jsonb_array_elements("dimensionRows") with ordinality as d (value, place)
     where "isNew"`,
    `insert into grid_cell (pact_id, id, grid_id, position, address)
     select $1, (c.value ->> 'id')::uuid, i.id, c.place, c.value ->> 'address'
     from jsonb_to_recordset($2::jsonb) as i (id uuid, "isNew" boolean, "cellRows" jsonb)
       cross join lateral jsonb_array_elements("cellRows") with ordinality as c (value, place)
     where "isNew"`,
  ],
};

/** Those that the pact spends, and those that a template has brought. They are shared, and never changed from here. */
const fundingProgrammes: Part = {
  name: 'fundingProgrammes',
  keyOf: byCode,
  fixed: ['titleIt', 'titleEn', 'kind'],
  ...keeping({ name: { both: 'title' }, kind: 'plain' }),
  read: `select f.id, f.id in (select l.programme_id from funding_line l where l.pact_id = $1)
        or f.code in (select i.code from template_item i where i.pact_id = $1 and i.part = 'fundingProgrammes')
        as is_exported, true as is_open,
      jsonb_build_object('code', f.code, 'titleIt', f.title_it, 'titleEn', f.title_en, 'kind', f.kind) as kept
    from funding_programme f`,
  write: [
    `insert into funding_programme (id, code, title_it, title_en, kind)
     select id, code, "titleIt", "titleEn", kind
     from jsonb_to_recordset($2::jsonb) as i (id uuid, code text, "titleIt" text, "titleEn" text, kind text)
     where $1::uuid is not null
     on conflict (code) do nothing`,
  ],
};

interface Cell {
  readonly grid: string;
  readonly values: readonly string[];
}

const measure = keeping({
  name: { both: 'title' },
  description: { one: 'description' },
  pillar: 'plain',
  expectedResult: 'plain',
  objectives: 'plain',
  indicators: 'plain',
  instrument: 'plain',
  targetGroups: 'plain',
});

/** What hangs on a measure: it comes and goes with the list. */
const hanging = (table: string, column: string, wanted: string): string => `
  with wanted as (
    select i.id as measure_id, w.${column} from jsonb_to_recordset($2::jsonb) as i (id uuid, ids jsonb, indicators jsonb, cells jsonb)
      cross join lateral (${wanted}) as w (${column})),
  gone as (
    delete from ${table} t using jsonb_to_recordset($2::jsonb) as i (id uuid)
    where t.pact_id = $1 and t.measure_id = i.id
      and not exists (select from wanted w where w.measure_id = t.measure_id and w.${column} = t.${column}))
  insert into ${table} (pact_id, measure_id, ${column}) select $1, measure_id, ${column} from wanted
  on conflict do nothing`;

const listOf = (table: string, column: string, join = ''): string =>
  `(select jsonb_agg(${column} order by ${column}) from ${table} x ${join}
    where x.pact_id = m.pact_id and x.measure_id = m.id)`;

/** Those that were given up are no part of what is passed on. */
const measures: Part = {
  name: 'measures',
  keyOf: byCode,
  keep: (item, language) => ({
    ...measure.keep(item, language),
    ...sorted(item, ['objectives', 'indicators', 'targetGroups']),
    cells: ((item.cells ?? []) as Cell[]).map(({ grid, values }) => `${grid}:${values.join('/')}`).sort(),
  }),
  tell: (row, language) => {
    const cells = (row.cells ?? []) as string[];
    return { ...measure.tell(row, language), ...(cells.length > 0 && { cells: cells.map(cellOf) }) };
  },
  read: `select m.id, m.state <> 'closed' as is_exported, m.state not in ('completed', 'closed') as is_open, jsonb_build_object('code', m.code, 'titleIt', m.title_it,
      'titleEn', m.title_en, 'description', m.description, 'pillar', p.code, 'expectedResult', r.code,
      'instrument', m.instrument, 'targetGroups', (select jsonb_agg(g order by g) from unnest(m.target_groups) g),
      'objectives', ${listOf('measure_objective', 'o.code', 'join objective o on o.pact_id = x.pact_id and o.id = x.objective_id')},
      'indicators', ${listOf('measure_indicator', 'x.indicator')},
      'cells', ${listOf('measure_cell', `g.code || ':' || c.address`, 'join grid_cell c on c.pact_id = x.pact_id and c.id = x.cell_id join grid g on g.pact_id = c.pact_id and g.id = c.grid_id')}
    ) as kept
    from measure m
      left join pillar p on p.pact_id = m.pact_id and p.id = m.pillar_id
      left join expected_result r on r.pact_id = m.pact_id and r.id = m.expected_result_id
    where m.pact_id = $1`,
  write: [
    `insert into measure as t (pact_id, id, code, title_it, title_en, description, pillar_id, expected_result_id,
       instrument, target_groups)
     select $1, id, code, "titleIt", "titleEn", description, (ids ->> 'pillar')::uuid,
       (ids ->> 'expectedResult')::uuid, instrument, array(select jsonb_array_elements_text(coalesce("targetGroups", '[]')))
     from jsonb_to_recordset($2::jsonb) as i (id uuid, code text, "titleIt" text, "titleEn" text, description text,
       instrument text, "targetGroups" jsonb, ids jsonb)
     on conflict on constraint measure_pk do update set title_it = excluded.title_it, title_en = excluded.title_en,
       description = excluded.description, pillar_id = excluded.pillar_id,
       expected_result_id = excluded.expected_result_id, instrument = excluded.instrument,
       target_groups = excluded.target_groups, version = t.version + 1, updated_at = now()`,
    hanging(
      'measure_objective',
      'objective_id',
      `select value::uuid from jsonb_array_elements_text(coalesce(i.ids -> 'objectives', '[]')) as value`,
    ),
    hanging(
      'measure_indicator',
      'indicator',
      `select value from jsonb_array_elements_text(coalesce(i.indicators, '[]')) as value`,
    ),
    hanging(
      'measure_cell',
      'cell_id',
      `select c.id from jsonb_array_elements_text(coalesce(i.cells, '[]')) as value
         join grid g on g.pact_id = $1 and g.code = split_part(value, ':', 1)
         join grid_cell c on c.pact_id = $1 and c.grid_id = g.id and c.address = split_part(value, ':', 2)`,
    ),
  ],
};

const sorted = (item: Item, names: readonly string[]): Kept =>
  Object.fromEntries(
    names
      .filter((name) => item[name] !== undefined)
      .map((name) => [name, [...(item[name] as string[])].sort()]),
  );

const cellOf = (address: string): Cell => {
  const [grid = '', values = ''] = address.split(':', 2);
  return { grid, values: values.split('/') };
};

export const PLAN_PARTS: readonly Part[] = [grids, fundingProgrammes, measures];
