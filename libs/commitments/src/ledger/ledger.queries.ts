import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, type PageQuery } from '#platform';
import { CommitmentsQueries } from '../commitments/commitments.queries.js';
import type { Entry, Verdict } from './fulfilment.rules.js';

const { code, decimal, instant, json, jsonText, optional, text } = jsonSql;

const BODY = jsonText({
  id: code('d.id'),
  commitmentId: code('d.commitment_id'),
  deliveredOn: code('d.delivered_on'),
  quantity: decimal('d.quantity'),
  note: optional(text('d.note')),
  evidence: json('d.evidence'),
  correctsDeliveryId: optional(code('d.corrects_delivery_id')),
  verdict: optional(code('v.verdict')),
  verdictNote: optional(text('v.note')),
  verdictAt: optional(instant('v.given_at')),
  recordedAt: instant('d.recorded_at'),
});

/** A delivery with the latest of its verdicts. */
const FROM = `from delivery d left join lateral (
  select verdict, note, member_id, given_by, given_at from delivery_verdict
  where pact_id = d.pact_id and delivery_id = d.id order by given_at desc, id desc limit 1) v on true`;

export interface DeliveryRow {
  readonly id: string;
  readonly commitmentId: string;
  readonly correctsId: string | null;
  readonly verdict: Verdict | null;
  readonly verdictNote: string | null;
  readonly verdictBy: string | null;
  readonly body: string;
}

@Injectable()
export class LedgerQueries {
  constructor(
    private readonly database: Database,
    private readonly commitments: CommitmentsQueries,
  ) {}

  show(pactId: string, id: string): Promise<DeliveryRow | undefined> {
    return this.database.in(pactId).one(
      `select d.id, d.commitment_id as "commitmentId", d.corrects_delivery_id as "correctsId",
         v.verdict, v.note as "verdictNote", v.given_by as "verdictBy", ${BODY} as body
       ${FROM} where d.pact_id = $1 and d.id = $2`,
      [pactId, id],
    );
  }

  async list(
    pactId: string,
    commitmentId: string,
    query: PageQuery,
    after: string[] | undefined,
  ): Promise<{ id: string; body: string }[]> {
    await this.commitments.mustExist(pactId, commitmentId);
    return this.database.in(pactId).query(
      `select d.id, ${BODY} as body ${FROM}
       where d.pact_id = $1 and d.commitment_id = $2 and ($3::uuid is null or d.id > $3)
       order by d.id limit $4`,
      [pactId, commitmentId, after?.[0] ?? null, limitOf(query) + 1],
    );
  }

  async entries(pactId: string, commitmentId: string): Promise<Entry[]> {
    const rows = await this.database.in(pactId).query<{ entry: Entry }>(
      `select json_strip_nulls(json_build_object('id', d.id, 'deliveredOn', d.delivered_on, 'quantity', d.quantity,
         'correctsId', d.corrects_delivery_id, 'verdict', v.verdict)) as entry
       ${FROM} where d.pact_id = $1 and d.commitment_id = $2 order by d.id`,
      [pactId, commitmentId],
    );
    return rows.map(({ entry }) => entry);
  }
}
