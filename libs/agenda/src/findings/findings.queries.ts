import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import { AROUND_CORES, isOrphan } from '../problems/problem.shape.js';
import type { AgendaFindingListQuery } from './finding.dto.js';

const { code, jsonText, optional, text } = jsonSql;

export interface FindingRow {
  readonly kind: string;
  readonly id: string;
  readonly body: string;
}

const BODY = jsonText({
  kind: code('f.kind'),
  problemId: optional(code('f.problem_id')),
  objectiveId: optional(code('f.objective_id')),
  code: optional(code('f.code')),
  title: optional(text('f.title')),
});

const NOTHING = '00000000-0000-0000-0000-000000000000';

/** A core that another one was before; which of them stays is for people to say. */
const IS_SECOND_CORE = `e.is_core and exists (
  select from problem x where x.pact_id = $1 and x.is_core and x.id < e.id)`;
const IS_UNANSWERED = `not exists (select from objective o where o.pact_id = $1 and o.problem_id = e.id)`;

const ofProblems = (kind: string, condition: string): string =>
  `select '${kind}' as kind, e.id as problem_id, null::uuid as objective_id, e.code, e.title
   from problem e where e.pact_id = $1 and ${condition}`;
const ofObjectives = (kind: string, condition: string): string =>
  `select '${kind}', null::uuid, e.id, e.code, e.title from objective e where e.pact_id = $1 and ${condition}`;

/** Gaps of the two trees of a pact. A tree that nobody has begun has none. */
const FINDINGS = [
  ofProblems('orphan_problem', isOrphan('e')),
  ofProblems('second_core_problem', IS_SECOND_CORE),
  ofProblems('problem_without_objective', IS_UNANSWERED),
  ofObjectives('objective_without_problem', 'e.problem_id is null'),
  ofObjectives('objective_not_worded', `e.wording = 'derived'`),
  `select 'no_core_problem', null::uuid, null::uuid, null::text, null::text
   where exists (select from problem where pact_id = $1)
     and not exists (select from problem where pact_id = $1 and is_core)`,
].join(' union all ');

const LIST = `${AROUND_CORES},
  finding as (${FINDINGS}),
  placed as (select *, coalesce(problem_id, objective_id, '${NOTHING}') as id from finding)
  select f.kind, f.id, ${BODY} as body from placed f
  where ($2::text is null or f.kind = $2) and ($3::text is null or (f.kind collate "C", f.id) > ($3, $4::uuid))
  order by f.kind collate "C", f.id limit $5`;

@Injectable()
export class AgendaFindingsQueries {
  constructor(private readonly database: Database) {}

  list(pactId: string, query: AgendaFindingListQuery, after: string[] | undefined): Promise<FindingRow[]> {
    const [kind = null, id = null] = after ?? [];
    return this.database.in(pactId).query(LIST, [pactId, query.kind ?? null, kind, id, limitOf(query) + 1]);
  }
}
