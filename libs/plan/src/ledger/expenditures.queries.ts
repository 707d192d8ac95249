import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import type { ExpenditureListQuery } from './expenditure.dto.js';
import type { Corrected } from './spending.rules.js';

const { code, instant, jsonText, optional, scalar, text } = jsonSql;

const BODY = jsonText({
  id: code('e.id'),
  fundingLineId: code('e.funding_line_id'),
  measureId: code('l.measure_id'),
  kind: code('e.kind'),
  spentOn: code('e.spent_on'),
  amountCents: scalar('e.amount_cents'),
  correctsExpenditureId: optional(code('e.corrects_expenditure_id')),
  decisionId: optional(code('e.decision_id')),
  note: optional(text('e.note')),
  recordedBy: text('e.recorded_by'),
  recordedAt: instant('e.recorded_at'),
});

const FROM = `from expenditure e
  join funding_line l on l.pact_id = e.pact_id and l.id = e.funding_line_id`;

interface ExpenditureRow {
  readonly id: string;
  readonly body: string;
}

@Injectable()
export class ExpendituresQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string): Promise<ExpenditureRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select e.id, ${BODY} as body ${FROM} where e.pact_id = $1 and e.id = $2`, [pactId, id]);
  }

  list(pactId: string, query: ExpenditureListQuery, after: string[] | undefined): Promise<ExpenditureRow[]> {
    const { fundingLineId, measureId, kind, from, to } = query;
    return this.database.in(pactId).query(
      `select e.id, ${BODY} as body
       from (
         select * from expenditure
         where pact_id = $1 and ($2::uuid is null or id > $2)
           and ($3::uuid is null or funding_line_id = $3)
           and ($4::uuid is null or funding_line_id in (
             select id from funding_line where pact_id = $1 and measure_id = $4))
           and ($5::text is null or kind = $5)
           and ($6::date is null or spent_on >= $6)
           and ($7::date is null or spent_on <= $7)
         order by id limit $8
       ) e join funding_line l on l.pact_id = e.pact_id and l.id = e.funding_line_id
       order by e.id`,
      [
        pactId,
        after?.[0] ?? null,
        fundingLineId ?? null,
        measureId ?? null,
        kind ?? null,
        from ?? null,
        to ?? null,
        limitOf(query) + 1,
      ],
    );
  }

  /** The entry of this line that is to be corrected; null where the line has none with this id. */
  async corrected(pactId: string, lineId: string, id: string): Promise<Corrected | null> {
    const row = await this.database.in(pactId).one<Corrected>(
      `select e.kind, e.spent_on as "spentOn", e.corrects_expenditure_id is not null as "isCounterEntry",
         (e.amount_cents + coalesce((
           select sum(c.amount_cents) from expenditure c
           where c.pact_id = e.pact_id and c.corrects_expenditure_id = e.id), 0))::float8 as "leftCents"
       from expenditure e where e.pact_id = $1 and e.funding_line_id = $2 and e.id = $3`,
      [pactId, lineId, id],
    );
    return row ?? null;
  }
}
