import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { containing, Database, jsonSql, limitOf, notFound, type PageQuery } from '#platform';
import type { EntryRow } from '../entries/entries.store.js';
import type { AlignmentListQuery, StakeholderListQuery } from './stakeholder.dto.js';

const { code, instant, json, jsonText, optional, scalar, text } = jsonSql;

/** How the stakeholder `e` stood on the day $2: what was held last on it or before, and of that what was noted last. */
const STANCE = `left join lateral (
  select s.interest, s.influence, s.position, s.held_on from stakeholder_stance s
  where s.pact_id = e.pact_id and s.stakeholder_id = e.id and s.held_on <= $2::date
  order by s.held_on desc, s.id desc limit 1) stance on true`;

const ALIGNED = jsonText({
  objectiveId: code('a.objective_id'),
  level: scalar('a.level'),
  heldOn: code('a.held_on'),
});

/** The same for each objective. */
const ALIGNMENTS = `left join lateral (
  select string_agg(${ALIGNED}, ',' order by a.objective_id) as list from (
    select distinct on (objective_id) objective_id, level, held_on from stakeholder_alignment
    where pact_id = e.pact_id and stakeholder_id = e.id and held_on <= $2::date
    order by objective_id, held_on desc, id desc) a) aligned on true`;

const BODY = jsonText({
  id: code('e.id'),
  name: text('e.name'),
  actorId: optional(code('e.actor_id')),
  description: optional(text('e.description')),
  interest: optional(scalar('stance.interest')),
  influence: optional(scalar('stance.influence')),
  position: optional(code('stance.position')),
  heldOn: optional(code('stance.held_on')),
  alignments: json(`'[' || coalesce(aligned.list, '') || ']'`),
  version: scalar('e.version'),
  createdAt: instant('e.created_at'),
  updatedAt: instant('e.updated_at'),
  removedAt: optional(instant('e.removed_at')),
});

const NOTED = {
  heldOn: code('h.held_on'),
  note: optional(text('h.note')),
  madeBy: text('h.made_by'),
  madeAt: instant('h.made_at'),
};

const STANCE_BODY = jsonText({
  id: code('h.id'),
  interest: scalar('h.interest'),
  influence: scalar('h.influence'),
  position: code('h.position'),
  ...NOTED,
});

const ALIGNMENT_BODY = jsonText({
  id: code('h.id'),
  objectiveId: code('h.objective_id'),
  level: scalar('h.level'),
  ...NOTED,
});

export interface StakeholderRow extends EntryRow {
  readonly version: number;
}

@Injectable()
export class StakeholdersQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string, asOf: Day): Promise<StakeholderRow | undefined> {
    return this.database.in(pactId).one(
      `select e.id, e.version, ${BODY} as body from stakeholder e ${STANCE} ${ALIGNMENTS}
       where e.pact_id = $1 and e.id = $3`,
      [pactId, asOf, id],
    );
  }

  list(
    pactId: string,
    query: StakeholderListQuery,
    asOf: Day,
    after: string[] | undefined,
  ): Promise<StakeholderRow[]> {
    return this.database.in(pactId).query(
      `select e.id, e.version, ${BODY} as body from stakeholder e ${STANCE} ${ALIGNMENTS}
       where e.pact_id = $1 and e.removed_at is null
         and ($3::uuid is null or e.id > $3)
         and ($4::text is null or stance.position = $4)
         and ($5::text is null or e.name ilike $5 or e.description ilike $5)
       order by e.id limit $6`,
      [pactId, asOf, after?.[0] ?? null, query.position ?? null, containing(query.q), limitOf(query) + 1],
    );
  }

  /** How it stood, in the order in which that was noted. @throws Problem `not-found` where there is no stakeholder */
  stances(pactId: string, id: string, query: PageQuery, after: string[] | undefined): Promise<EntryRow[]> {
    return this.history(
      `select h.id, ${STANCE_BODY} as body
       from stakeholder e left join stakeholder_stance h
         on h.pact_id = e.pact_id and h.stakeholder_id = e.id and ($3::uuid is null or h.id > $3)
       where e.pact_id = $1 and e.id = $2 order by h.id limit $4`,
      [pactId, id, after?.[0] ?? null, limitOf(query) + 1],
    );
  }

  /** To each objective, in the order in which that was noted. */
  alignments(
    pactId: string,
    id: string,
    query: AlignmentListQuery,
    after: string[] | undefined,
  ): Promise<EntryRow[]> {
    return this.history(
      `select h.id, ${ALIGNMENT_BODY} as body
       from stakeholder e left join stakeholder_alignment h
         on h.pact_id = e.pact_id and h.stakeholder_id = e.id and ($3::uuid is null or h.id > $3)
           and ($5::uuid is null or h.objective_id = $5)
       where e.pact_id = $1 and e.id = $2 order by h.id limit $4`,
      [pactId, id, after?.[0] ?? null, limitOf(query) + 1, query.objectiveId ?? null],
    );
  }

  /** The stakeholder alone, without a row of its history, tells that there is one. */
  private async history(statement: string, values: readonly unknown[]): Promise<EntryRow[]> {
    const pactId = values[0] as string;
    const rows = await this.database
      .in(pactId)
      .query<{ id: string | null; body: string }>(statement, [...values]);
    if (rows.length === 0) throw notFound();
    return rows.flatMap(({ id, body }) => (id === null ? [] : [{ id, body }]));
  }
}
