import type { Part } from './part.js';
import { byCode, keeping } from './words.js';

/** As many as a tree of the agenda may have. */
const MOST_NODES = 500;
const MOST_LINKS = 2_000;

const DESCRIBED = { name: { one: 'title' }, description: { one: 'description' } } as const;

/** A tree as a whole has a version, by which its changes are seen. */
const touch = (tree: string): string => `
  insert into agenda_tree as t (pact_id, tree, version)
  select $1, '${tree}', 1 where jsonb_array_length($2::jsonb) > 0
  on conflict on constraint agenda_tree_pk do update set version = t.version + 1`;

const problems: Part = {
  name: 'problems',
  keyOf: byCode,
  ...keeping({ ...DESCRIBED, isCore: 'plain' }),
  most: MOST_NODES,
  read: `select id, true as is_exported, true as is_open, jsonb_build_object('code', code, 'title', title, 'description', description,
      'isCore', is_core) as kept
    from problem where pact_id = $1`,
  write: [
    `insert into problem as t (pact_id, id, code, title, description, is_core)
     select $1, id, code, title, description, coalesce("isCore", false)
     from jsonb_to_recordset($2::jsonb)
       as i (id uuid, code text, title text, description text, "isCore" boolean)
     on conflict on constraint problem_pk do update set title = excluded.title, description = excluded.description,
       is_core = excluded.is_core, version = t.version + 1, updated_at = now()`,
    touch('problem'),
  ],
};

const strategies: Part = {
  name: 'strategies',
  keyOf: byCode,
  ...keeping({ ...DESCRIBED, horizon: 'plain' }),
  read: `select id, true as is_exported, true as is_open, jsonb_build_object('code', code, 'title', title, 'description', description,
      'horizon', horizon) as kept
    from strategy where pact_id = $1`,
  write: [
    `insert into strategy as t (pact_id, id, code, title, description, horizon)
     select $1, id, code, title, description, horizon
     from jsonb_to_recordset($2::jsonb) as i (id uuid, code text, title text, description text, horizon text)
     on conflict on constraint strategy_pk do update set title = excluded.title, description = excluded.description,
       horizon = excluded.horizon, version = t.version + 1, updated_at = now()`,
  ],
};

const objectives: Part = {
  name: 'objectives',
  keyOf: byCode,
  ...keeping({ ...DESCRIBED, problem: 'plain', strategy: 'plain' }),
  most: MOST_NODES,
  soleOf: ({ problem }) => problem as string | undefined,
  read: `select o.id, true as is_exported, true as is_open, jsonb_build_object('code', o.code, 'title', o.title,
      'description', o.description, 'problem', p.code, 'strategy', s.code) as kept
    from objective o
      left join problem p on p.pact_id = o.pact_id and p.id = o.problem_id
      left join strategy s on s.pact_id = o.pact_id and s.id = o.strategy_id
    where o.pact_id = $1`,
  write: [
    `insert into objective as t (pact_id, id, code, title, description, problem_id, strategy_id)
     select $1, id, code, title, description, (ids ->> 'problem')::uuid, (ids ->> 'strategy')::uuid
     from jsonb_to_recordset($2::jsonb) as i (id uuid, code text, title text, description text, ids jsonb)
     on conflict on constraint objective_pk do update set title = excluded.title,
       description = excluded.description, problem_id = excluded.problem_id, strategy_id = excluded.strategy_id,
       wording = 'own', version = t.version + 1, updated_at = now()`,
    touch('objective'),
  ],
};

interface LinkPart {
  readonly name: 'problemLinks' | 'objectiveLinks';
  readonly tree: 'problem' | 'objective';
  readonly from: string;
  readonly to: string;
}

/** The links of a tree: there, or not. */
const links = ({ name, tree, from, to }: LinkPart): Part => ({
  name,
  keyOf: (row) => JSON.stringify([row[from], row[to]]),
  ...keeping({ [from]: 'plain', [to]: 'plain' }),
  most: MOST_LINKS,
  arcOf: (row) => [String(row[from]), String(row[to])],
  read: `select l.id, true as is_exported, true as is_open, jsonb_build_object('${from}', a.code, '${to}', b.code) as kept
    from ${tree}_link l
      join ${tree} a on a.pact_id = l.pact_id and a.id = l.${from}_id
      join ${tree} b on b.pact_id = l.pact_id and b.id = l.${to}_id
    where l.pact_id = $1`,
  write: [
    `insert into ${tree}_link (pact_id, id, ${from}_id, ${to}_id)
     select $1, id, (ids ->> '${from}')::uuid, (ids ->> '${to}')::uuid
     from jsonb_to_recordset($2::jsonb) as i (id uuid, ids jsonb)`,
    touch(tree),
  ],
});

const pillars: Part = {
  name: 'pillars',
  keyOf: byCode,
  ...keeping({ name: { both: 'title' } }),
  read: `select id, true as is_exported, true as is_open, jsonb_build_object('code', code, 'titleIt', title_it, 'titleEn', title_en)
      as kept
    from pillar where pact_id = $1`,
  write: [
    `insert into pillar as t (pact_id, id, code, title_it, title_en)
     select $1, id, code, "titleIt", "titleEn"
     from jsonb_to_recordset($2::jsonb) as i (id uuid, code text, "titleIt" text, "titleEn" text)
     on conflict on constraint pillar_pk do update set title_it = excluded.title_it, title_en = excluded.title_en,
       version = t.version + 1, updated_at = now()`,
  ],
};

const expectedResults: Part = {
  name: 'expectedResults',
  keyOf: byCode,
  ...keeping({ name: { both: 'text' }, pillar: 'plain', objective: 'plain' }),
  read: `select r.id, true as is_exported, true as is_open, jsonb_build_object('code', r.code, 'textIt', r.text_it, 'textEn', r.text_en,
      'pillar', p.code, 'objective', o.code) as kept
    from expected_result r
      join pillar p on p.pact_id = r.pact_id and p.id = r.pillar_id
      left join objective o on o.pact_id = r.pact_id and o.id = r.objective_id
    where r.pact_id = $1`,
  write: [
    `insert into expected_result as t (pact_id, id, code, text_it, text_en, pillar_id, objective_id)
     select $1, id, code, "textIt", "textEn", (ids ->> 'pillar')::uuid, (ids ->> 'objective')::uuid
     from jsonb_to_recordset($2::jsonb) as i (id uuid, code text, "textIt" text, "textEn" text, ids jsonb)
     on conflict on constraint expected_result_pk do update set text_it = excluded.text_it,
       text_en = excluded.text_en, pillar_id = excluded.pillar_id, objective_id = excluded.objective_id,
       version = t.version + 1, updated_at = now()`,
  ],
};

/** In the order in which they refer to each other. */
export const AGENDA_PARTS: readonly Part[] = [
  problems,
  links({ name: 'problemLinks', tree: 'problem', from: 'cause', to: 'effect' }),
  strategies,
  objectives,
  links({ name: 'objectiveLinks', tree: 'objective', from: 'means', to: 'end' }),
  pillars,
  expectedResults,
];
