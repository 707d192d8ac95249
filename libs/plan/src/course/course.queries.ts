import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, notFound, type PageQuery } from '#platform';

const { code, decimal, instant, jsonText, optional, text } = jsonSql;

const TRANSITION = jsonText({
  id: code('x.id'),
  from: code('x.from_state'),
  to: code('x.to_state'),
  reason: optional(text('x.reason')),
  decisionId: optional(code('x.decision_id')),
  madeBy: text('x.made_by'),
  madeAt: instant('x.made_at'),
});

const PROGRESS = jsonText({
  id: code('x.id'),
  onDay: code('x.on_day'),
  doneShare: decimal('x.done_share'),
  note: optional(text('x.note')),
  recordedBy: text('x.recorded_by'),
  recordedAt: instant('x.recorded_at'),
});

interface Row {
  readonly id: string;
  readonly body: string;
}

/** How measures have moved, and how far they have come: as it was recorded, first to last. */
@Injectable()
export class CourseQueries {
  constructor(private readonly database: Database) {}

  transitions(pactId: string, id: string, query: PageQuery, after: string[] | undefined): Promise<Row[]> {
    return this.entries(TRANSITIONS, [pactId, id, after?.[0] ?? null, limitOf(query) + 1]);
  }

  progress(pactId: string, id: string, query: PageQuery, after: string[] | undefined): Promise<Row[]> {
    return this.entries(PROGRESSES, [pactId, id, after?.[0] ?? null, limitOf(query) + 1]);
  }

  async progressEntry(pactId: string, id: string): Promise<string> {
    const row = await this.database
      .in(pactId)
      .one<Row>(
        `select x.id, ${PROGRESS} as body from measure_progress x where x.pact_id = $1 and x.id = $2`,
        [pactId, id],
      );
    return row?.body ?? '';
  }

  /** @throws Problem `not-found` where there is no such measure. */
  private async entries(statement: string, values: readonly [string, ...unknown[]]): Promise<Row[]> {
    const rows = await this.database
      .in(values[0])
      .query<{ id: string | null; body: string }>(statement, [...values]);
    if (rows.length === 0) throw notFound();
    return rows.flatMap(({ id, body }) => (id === null ? [] : [{ id, body }]));
  }
}

const entriesOf = (table: string, body: string): string => `
  select x.id, ${body} as body
  from measure m left join ${table} x
    on x.pact_id = m.pact_id and x.measure_id = m.id and ($3::uuid is null or x.id > $3)
  where m.pact_id = $1 and m.id = $2 order by x.id limit $4`;

const TRANSITIONS = entriesOf('measure_transition', TRANSITION);
const PROGRESSES = entriesOf('measure_progress', PROGRESS);
