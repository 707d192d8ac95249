import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import type {
  EmploymentSpellListQuery,
  ParticipantListQuery,
  PathwayListQuery,
  RecordListQuery,
} from './case-data.dto.js';
import {
  ASSESSMENT,
  EMPLOYMENT_SPELL,
  LABOUR_STATUS,
  PARTICIPANT,
  participantCase,
  PATHWAY,
  QUALIFICATION,
  SERVICE,
} from './case-data.json.js';
import { inReach, type Reach } from './reach.rules.js';

/** Of `pathway`, for `$2` and `$3` of each statement. */
export const IN_REACH = inReach('$2', '$3');

/** The person has a pathway that is in reach. */
export const personInReach = (person: string, within = IN_REACH): string => `exists (
  select from pathway w where w.pact_id = $1 and w.participant_id = ${person} and not w.deleted and ${within})`;

/**
 * Rows of what is computed from records, as conditions on `given`: of a pathway that is in reach, or of somebody who has
 * one. The two halves of the reach are given as parameters.
 */
export const rowsInReach = (actor: string, accessPoints: string) => ({
  ofPathway: `exists (select from pathway w where w.pact_id = $1 and w.id = given.pathway_id and not w.deleted
    and ${inReach(actor, accessPoints)})`,
  ofParticipant: personInReach('given.participant_id', inReach(actor, accessPoints)),
});

/** Lists of what was told of people on a day: the table of each, and the JSON text of a row. */
const NOTED = {
  'labour-statuses': ['labour_status', LABOUR_STATUS],
  qualifications: ['qualification', QUALIFICATION],
  assessments: ['assessment', ASSESSMENT],
  services: ['service_delivered', SERVICE],
} as const;
export type NotedList = keyof typeof NOTED;

export interface CaseRow {
  readonly id: string;
  readonly participantId: string;
  readonly body: string;
}

/** A stretch of a list, as far as somebody may see it. */
export interface Stretch<Query> {
  readonly pactId: string;
  readonly reach: Reach;
  readonly query: Query;
  readonly after: readonly string[] | undefined;
}

/** Newest first, everywhere. Withdrawn records say nothing any more and are left out. */
@Injectable()
export class CaseDataQueries {
  constructor(private readonly database: Database) {}

  participants(stretch: Stretch<ParticipantListQuery>): Promise<CaseRow[]> {
    return this.database.in(stretch.pactId).query(
      `select t.id, t.id as "participantId", ${jsonSql.jsonText(PARTICIPANT)} as body
       from participant t
       where t.pact_id = $1 and ${personInReach('t.id')} and ($4::uuid is null or t.id < $4)
       order by t.id desc limit $5`,
      parameters(stretch),
    );
  }

  participant(pactId: string, participantId: string, reach: Reach): Promise<CaseRow | undefined> {
    return this.database.in(pactId).one(
      `select t.id, t.id as "participantId", ${participantCase(IN_REACH)} as body
       from participant t where t.pact_id = $1 and t.id = $4 and ${personInReach('t.id')}`,
      [pactId, reach.actorId ?? null, reach.accessPoints, participantId],
    );
  }

  pathways(stretch: Stretch<PathwayListQuery>): Promise<CaseRow[]> {
    const { participantId, phase, open } = stretch.query;
    return this.database.in(stretch.pactId).query(
      `select id, participant_id as "participantId", ${PATHWAY} as body
       from pathway
       where pact_id = $1 and not deleted and ${IN_REACH} and ($4::uuid is null or id < $4)
         and ($6::uuid is null or participant_id = $6) and ($7::text is null or phase = $7)
         and ($8::boolean is null or (ended_on is null) = $8)
       order by id desc limit $5`,
      [...parameters(stretch), participantId ?? null, phase ?? null, open ?? null],
    );
  }

  noted(list: NotedList, stretch: Stretch<RecordListQuery>): Promise<CaseRow[]> {
    const [table, body] = NOTED[list];
    return this.database.in(stretch.pactId).query(
      `select id, participant_id as "participantId", ${body} as body
       from ${table} s
       where pact_id = $1 and not deleted and ${personInReach('s.participant_id')}
         and ($4::uuid is null or id < $4) and ($6::uuid is null or participant_id = $6)
       order by id desc limit $5`,
      [...parameters(stretch), stretch.query.participantId ?? null],
    );
  }

  employmentSpells(stretch: Stretch<EmploymentSpellListQuery>): Promise<CaseRow[]> {
    const { participantId, open } = stretch.query;
    return this.database.in(stretch.pactId).query(
      `select id, participant_id as "participantId", ${EMPLOYMENT_SPELL} as body
       from employment_spell s
       where pact_id = $1 and not deleted and ${personInReach('s.participant_id')}
         and ($4::uuid is null or id < $4) and ($6::uuid is null or participant_id = $6)
         and ($7::boolean is null or (ended_on is null) = $7)
       order by id desc limit $5`,
      [...parameters(stretch), participantId ?? null, open ?? null],
    );
  }
}

const parameters = ({ pactId, reach, query, after }: Stretch<ParticipantListQuery>): unknown[] => [
  pactId,
  reach.actorId ?? null,
  reach.accessPoints,
  after?.[0] ?? null,
  limitOf(query) + 1,
];
