import { jsonSql } from '#platform';

const { code, jsonText, optional, scalar, text } = jsonSql;

export type TreeName = 'problem' | 'objective';

/** One end of a link: the column that holds it, and what it is called by id and by code. */
interface End {
  readonly column: string;
  readonly field: string;
  readonly word: string;
}

/** A graph without circles that a pact has one of: where its nodes and links are, and what they are called. */
export interface TreeKind {
  /** Its nodes are the rows of the table of this name. */
  readonly name: TreeName;
  readonly nodes: string;
  readonly links: string;
  readonly from: End;
  readonly to: End;
  /** JSON text of a node `e`, as the whole tree tells it: by codes, and nothing that the service decides. */
  readonly node: string;
  /** Takes from the nodes of $2 what each has alone and another is about to get. */
  readonly free?: string;
  /** Brings the nodes of $2 (JSON) into the table under ids of $2; the pact is $1. */
  readonly bring: string;
}

/** A node is changed only where it says something else than before. */
const replacing = (table: string, columns: readonly string[]): string => `
  on conflict on constraint ${table}_code_uq do update
  set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')},
    version = e.version + 1, updated_at = now()
  where (${columns.map((column) => `e.${column}`).join(', ')})
    is distinct from (${columns.map((column) => `excluded.${column}`).join(', ')})
  returning e.id`;

/** Causes lead to the core problem, and this to its effects. */
export const PROBLEM_TREE: TreeKind = {
  name: 'problem',
  nodes: 'problems',
  links: 'problem_link',
  from: { column: 'cause_id', field: 'causeId', word: 'cause' },
  to: { column: 'effect_id', field: 'effectId', word: 'effect' },
  node: jsonText({
    code: code('e.code'),
    title: text('e.title'),
    description: optional(text('e.description')),
    isCore: scalar('e.is_core'),
  }),
  bring: `
    insert into problem as e (pact_id, id, code, title, description, is_core)
    select $1, n.id, n.code, n.title, n.description, coalesce(n."isCore", false)
    from json_to_recordset($2::json)
      as n (id uuid, code text, title text, description text, "isCore" boolean)
    ${replacing('problem', ['title', 'description', 'is_core'])}`,
};

/** Means lead to ends. */
export const OBJECTIVE_TREE: TreeKind = {
  name: 'objective',
  nodes: 'objectives',
  links: 'objective_link',
  from: { column: 'means_id', field: 'meansId', word: 'means' },
  to: { column: 'end_id', field: 'endId', word: 'end' },
  node: jsonText({
    code: code('e.code'),
    title: text('e.title'),
    description: optional(text('e.description')),
    wording: code('e.wording'),
    problem: optional(code('(select code from problem where pact_id = e.pact_id and id = e.problem_id)')),
    strategy: optional(code('(select code from strategy where pact_id = e.pact_id and id = e.strategy_id)')),
  }),
  free: `
    update objective e set problem_id = null
    from json_to_recordset($2::json) as n (code text, problem text), problem p
    where e.pact_id = $1 and n.code = e.code and p.pact_id = $1 and p.id = e.problem_id
      and p.code is distinct from n.problem
    returning e.id`,
  bring: `
    with given as (
      select n.id, n.code, n.title, n.description, coalesce(n.wording, 'own') as wording,
        p.id as problem_id, s.id as strategy_id
      from json_to_recordset($2::json)
        as n (id uuid, code text, title text, description text, wording text, problem text, strategy text)
        left join problem p on p.pact_id = $1 and p.code = n.problem
        left join strategy s on s.pact_id = $1 and s.code = n.strategy)
    insert into objective as e (pact_id, id, code, title, description, wording, problem_id, strategy_id)
    select $1, id, code, title, description, wording, problem_id, strategy_id from given
    ${replacing('objective', ['title', 'description', 'wording', 'problem_id', 'strategy_id'])}`,
};
