import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { containing, Database, limitOf } from '#platform';
import { FUNDS, MEASURE } from './measure.body.js';
import type { MeasureListQuery } from './measure.dto.js';
import type { MeasureState } from './measure.rules.js';

export interface MeasureRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/** A measure that nobody else changes while the transaction lasts. */
export interface HeldMeasure {
  readonly id: string;
  readonly version: number;
  readonly state: MeasureState;
  /** The actor whose unit is responsible. */
  readonly responsibleActorId: string | null;
  readonly terms: KnownTerms;
}

/** What stands in the row of a measure itself. */
export interface KnownTerms {
  readonly titleIt: string;
  readonly titleEn: string | null;
  readonly description: string | null;
  readonly pillarId: string | null;
  readonly expectedResultId: string | null;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly durationMonths: number | null;
  readonly budgetCents: number | null;
  readonly responsibleUnitId: string | null;
  readonly instrument: string | null;
  readonly targetGroups: readonly string[];
}

// Put together once: these are the statements that are run most.
const SHOW = `select m.id, m.version, ${MEASURE} as body from measure m cross join lateral ${FUNDS}
  where m.pact_id = $1 and m.id = $2`;

const LIST = `select m.id, m.version, ${MEASURE} as body
  from (
    select * from measure
    where pact_id = $1
      and ($2::uuid is null or id > $2)
      and ($3::text is null or state = $3)
      and ($4::text is null or instrument = $4)
      and ($5::text is null or $5 = any(target_groups))
      and ($6::uuid is null or pillar_id = $6)
      and ($7::uuid is null or exists (select from measure_objective o
        where o.pact_id = $1 and o.measure_id = measure.id and o.objective_id = $7))
      and ($8::text is null or code ilike $8 or title_it ilike $8 or title_en ilike $8)
    order by id limit $9
  ) m cross join lateral ${FUNDS}
  order by m.id`;

const HOLD = `select m.id, m.version, m.state,
    (select actor_id from actor_unit u where u.id = m.responsible_unit_id) as "responsibleActorId",
    json_build_object(
      'titleIt', m.title_it, 'titleEn', m.title_en, 'description', m.description, 'pillarId', m.pillar_id,
      'expectedResultId', m.expected_result_id, 'startsOn', m.starts_on, 'endsOn', m.ends_on,
      'durationMonths', m.duration_months, 'budgetCents', m.budget_cents,
      'responsibleUnitId', m.responsible_unit_id, 'instrument', m.instrument, 'targetGroups', m.target_groups
    ) as terms
  from measure m where m.pact_id = $1 and m.id = $2 for no key update`;

@Injectable()
export class MeasuresQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string): Promise<MeasureRow | undefined> {
    return this.database.in(pactId).one(SHOW, [pactId, id]);
  }

  list(pactId: string, query: MeasureListQuery, after: string[] | undefined): Promise<MeasureRow[]> {
    return this.database
      .in(pactId)
      .query(LIST, [
        pactId,
        after?.[0] ?? null,
        query.state ?? null,
        query.instrument ?? null,
        query.targetGroup ?? null,
        query.pillarId ?? null,
        query.objectiveId ?? null,
        containing(query.q),
        limitOf(query) + 1,
      ]);
  }

  hold(pactId: string, id: string): Promise<HeldMeasure | undefined> {
    return this.database.in(pactId).one(HOLD, [pactId, id]);
  }
}
