/** A column of a record kind beyond those that all kinds have. */
export interface RecordColumn {
  readonly name: string;
  readonly type: string;
}

/** Where the records of one kind lie. Names come from the code, never from a request. */
export interface RecordTable {
  readonly kind: string;
  readonly name: string;
  /** Several of its records, as a name in an answer. */
  readonly plural: string;
  readonly columns: readonly RecordColumn[];
}

/** The statements that write records of one kind; $1 is the pact, and $2 the source unless said otherwise. */
export interface RecordStatements {
  /** What is stored under the external ids in $3, in the form of the rows that are copied. */
  readonly find: string;
  /** Adds rows that are not stored yet: $3 is the batch, $4 and following the rows, and the last their new ids. */
  readonly add: string;
  /** Compares the rows in $4 and following with what is stored, and replaces what differs; $3 is the batch. */
  readonly replace: string;
  /** Gives the records of the participants in $2 to those in $3. */
  readonly reassign: string;
}

/** Columns that say where a record belongs, not what it says: the history leaves them out. */
const BELONGING = `'{pact_id,id,source,external_id,batch_id,recorded_at}'::text[]`;
const FIRST_OWN_PARAMETER = 8;

/** An array of arrays would be flattened, so lists travel as text. */
const isList = (column: RecordColumn): boolean => column.type.endsWith('[]');

export function statementsFor(table: RecordTable): RecordStatements {
  const names = table.columns.map((column) => column.name).join(', ');
  return {
    find: `
      select u.place::integer as place, t.id, t.participant_id as "participantId", t.content
      from unnest($3::text[]) with ordinality as u(external_id, place)
      cross join lateral (
        ${stored(table, `select id, participant_id, ${contentOf(table)} as content`, 'u')}
      ) t`,
    add: `
      insert into ${table.name}
        (pact_id, source, batch_id, id, external_id, participant_id, confirmed_on, deleted, ${names})
      select $1, $2, $3, ($${FIRST_OWN_PARAMETER + table.columns.length}::uuid[])[i.place],
        i.external_id, i.participant_id, i.confirmed_on, i.deleted, ${table.columns.map(({ name }) => `i.${name}`).join(', ')}
      from (${incoming(table)}) i`,
    replace: replaceStatement(table),
    reassign: `
      update ${table.name} t set participant_id = u.present
      from unnest($2::uuid[], $3::uuid[]) as u(former, present)
      where t.pact_id = $1 and t.participant_id = u.former`,
  };
}

/** `offset 0` keeps the planner from reading the table first and looking the rows up in it afterwards. */
const stored = (table: RecordTable, select: string, row: string): string =>
  `${select} from ${table.name} t where t.pact_id = $1 and t.source = $2 and t.external_id = ${row}.external_id offset 0`;

/** What a stored record says, as the text of a row would say it: cells with tabs between them. */
function contentOf(table: RecordTable): string {
  const cells = table.columns.map(({ name, type }) => {
    if (type === 'numeric') return cell(`trim_scale(${name})::text`);
    return cell(type === 'text' || type === 'bytea' ? escaped(name) : `${name}::text`);
  });
  return [`deleted::text`, cell('confirmed_on::text'), ...cells].join(` || E'\\t' || `);
}

const escaped = (name: string): string => `replace(${name}::text, '\\', '\\\\')`;

const cell = (text: string): string => `coalesce(${text}, '\\N')`;

/**
 * What differs, and is not older than what is stored, replaces it, and the former content goes into the history.
 * A row that another transaction has changed since this statement looked has another version: it is left alone and
 * missing from the answer, and the caller looks again.
 */
function replaceStatement(table: RecordTable): string {
  const names = table.columns.map((column) => column.name);
  return `
    with incoming as materialized (${incoming(table)}), compared as materialized (
      select i.*, t.id, t.ctid as version, t.participant_id as former_id, t.recorded_at as said_at, v.verdict,
        case when v.verdict in ('updated', 'deleted') then to_jsonb(t.content) - ${BELONGING} end as said
      from incoming i
      cross join lateral (${stored(table, 'select t.*, t.ctid, t as content', 'i')}) t
      cross join lateral (select ${verdict(names)} as verdict) v
      order by i.place
    ), changed as (
      update ${table.name} t set participant_id = s.participant_id, deleted = s.deleted, batch_id = $3,
        confirmed_on = coalesce(s.confirmed_on, t.confirmed_on), recorded_at = now(),
        ${names.map((name) => `${name} = s.${name}`).join(', ')}
      from compared s
      where s.verdict in ('updated', 'deleted') and t.ctid = s.version
      returning s.place, t.id, s.verdict, s.former_id, s.said, s.said_at
    ), past as (
      insert into record_history (pact_id, id, kind, record_id, said, recorded_at)
      select $1, gen_random_uuid(), '${table.kind}', id, said, said_at from changed
    )
    select place::integer, id, verdict, null::uuid as "formerId" from compared where verdict in ('older', 'unchanged')
    union all select place::integer, id, verdict, former_id from changed`;
}

function incoming(table: RecordTable): string {
  const names = table.columns.map((column) => column.name);
  const arrays = table.columns.map(
    (column, index) => `$${FIRST_OWN_PARAMETER + index}::${isList(column) ? 'text' : column.type}[]`,
  );
  const own = table.columns.map((column) =>
    isList(column) ? `u.${column.name}::${column.type} as ${column.name}` : `u.${column.name}`,
  );
  return `
      select u.place, u.external_id, u.participant_id, u.confirmed_on, u.deleted, ${own.join(', ')}
      from unnest($4::text[], $5::uuid[], $6::date[], $7::boolean[], ${arrays.join(', ')})
        with ordinality as u(external_id, participant_id, confirmed_on, deleted, ${names.join(', ')}, place)
    `;
}

/** A record without a day of confirmation says nothing about time: it is never older, and never takes a day back. */
function verdict(names: readonly string[]): string {
  const content = (of: string) =>
    ['participant_id', 'deleted', ...names].map((name) => `${of}.${name}`).join(', ');
  return `case
        when i.confirmed_on < t.confirmed_on then 'older'
        when (${content('i')}) is not distinct from (${content('t')})
          and coalesce(i.confirmed_on <= t.confirmed_on, i.confirmed_on is null) then 'unchanged'
        when i.deleted then 'deleted'
        else 'updated'
      end`;
}
