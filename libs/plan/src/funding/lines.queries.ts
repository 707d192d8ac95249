import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database, jsonSql, limitOf } from '#platform';
import type { MeasureState } from '../measures/measure.rules.js';
import type { LineListQuery } from './line.dto.js';

const { code, instant, jsonText, optional, scalar } = jsonSql;

const BODY = jsonText({
  id: code('l.id'),
  measureId: code('l.measure_id'),
  programmeId: code('l.programme_id'),
  callId: optional(code('l.call_id')),
  amountCents: scalar('l.amount_cents'),
  startsOn: code('l.starts_on'),
  endsOn: optional(code('l.ends_on')),
  spentCents: scalar('l.spent_cents'),
  overrunCents: scalar('l.overrun_cents'),
  version: scalar('l.version'),
  createdAt: instant('l.created_at'),
  updatedAt: instant('l.updated_at'),
});

export interface LineRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/** A funding line that nobody else spends from or changes while the transaction lasts. */
export interface HeldLine {
  readonly id: string;
  readonly version: number;
  readonly measureId: string;
  readonly measureState: MeasureState;
  readonly responsibleActorId: string | null;
  readonly amountCents: number;
  readonly spentCents: number;
  readonly overrunCents: number;
  readonly startsOn: Day;
}

@Injectable()
export class LinesQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string): Promise<LineRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select l.id, l.version, ${BODY} as body from funding_line l where l.pact_id = $1 and l.id = $2`, [
        pactId,
        id,
      ]);
  }

  list(pactId: string, query: LineListQuery, after: string[] | undefined): Promise<LineRow[]> {
    const { measureId, programmeId, callId } = query;
    return this.database.in(pactId).query(
      `select l.id, l.version, ${BODY} as body from funding_line l
       where l.pact_id = $1 and ($2::uuid is null or l.id > $2)
         and ($3::uuid is null or l.measure_id = $3)
         and ($4::uuid is null or l.programme_id = $4)
         and ($5::uuid is null or l.call_id = $5)
       order by l.id limit $6`,
      [
        pactId,
        after?.[0] ?? null,
        measureId ?? null,
        programmeId ?? null,
        callId ?? null,
        limitOf(query) + 1,
      ],
    );
  }

  hold(pactId: string, id: string): Promise<HeldLine | undefined> {
    return this.database.in(pactId).one(
      `select l.id, l.version, l.measure_id as "measureId", m.state as "measureState",
         (select actor_id from actor_unit u where u.id = m.responsible_unit_id) as "responsibleActorId",
         l.amount_cents::float8 as "amountCents", l.spent_cents::float8 as "spentCents",
         l.overrun_cents::float8 as "overrunCents", l.starts_on as "startsOn"
       from funding_line l join measure m on m.pact_id = l.pact_id and m.id = l.measure_id
       where l.pact_id = $1 and l.id = $2 for no key update of l`,
      [pactId, id],
    );
  }

  /** Whether anything that was not taken back was paid from it before this day. */
  async hasSpentBefore(pactId: string, id: string, day: Day): Promise<boolean> {
    const row = await this.database.in(pactId).one(
      `select from expenditure e left join expenditure c
         on c.pact_id = e.pact_id and c.corrects_expenditure_id = e.id
       where e.pact_id = $1 and e.funding_line_id = $2 and e.kind = 'expenditure' and e.amount_cents > 0
         and e.spent_on < $3
       group by e.id, e.amount_cents having e.amount_cents + coalesce(sum(c.amount_cents), 0) > 0 limit 1`,
      [pactId, id, day],
    );
    return row !== undefined;
  }
}
