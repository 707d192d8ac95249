import { Injectable } from '@nestjs/common';
import { todayInRome, type Day } from '#kernel';
import { Database, jsonSql, limitOf, type PageQuery } from '#platform';
import type { VoucherListQuery } from './voucher.dto.js';

const { code, instant, json, jsonText, optional, scalar, text } = jsonSql;

/** The state of the voucher `v` on the day in this parameter. */
const stateOn = (day: string): string =>
  `case when v.used_on is not null then 'used' when v.expires_on < ${day} then 'expired' else 'issued' end`;

const bodyOn = (day: string): string =>
  jsonText({
    id: code('v.id'),
    measureId: code('v.measure_id'),
    amountCents: scalar('v.amount_cents'),
    issuedOn: code('v.issued_on'),
    expiresOn: code('v.expires_on'),
    state: code(stateOn(day)),
    usedOn: optional(code('v.used_on')),
    usedCents: optional(scalar('v.used_cents')),
    createdAt: instant('v.created_at'),
    updatedAt: instant('v.updated_at'),
  });

const total = (of: 'issued' | 'used' | 'expired'): jsonSql.JsonPart =>
  json(jsonText({ count: scalar(`t.${of}`), amountCents: scalar(`t.${of}_cents`) }));

const TOTALS = jsonText({
  measureId: code('t.measure_id'),
  measureCode: text('m.code'),
  issued: total('issued'),
  used: total('used'),
  expired: total('expired'),
});

interface VoucherRow {
  readonly id: string;
  readonly body: string;
}

/** A voucher that nobody else uses while the transaction lasts. */
export interface HeldVoucher {
  readonly amountCents: number;
  readonly issuedOn: Day;
  readonly expiresOn: Day;
  readonly isUsed: boolean;
  readonly responsibleActorId: string | null;
}

@Injectable()
export class VouchersQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string): Promise<VoucherRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select v.id, ${bodyOn('$3::date')} as body from voucher v where v.pact_id = $1 and v.id = $2`, [
        pactId,
        id,
        todayInRome(),
      ]);
  }

  list(pactId: string, query: VoucherListQuery, after: string[] | undefined): Promise<VoucherRow[]> {
    return this.database.in(pactId).query(
      `select v.id, ${bodyOn('$3::date')} as body from voucher v
       where v.pact_id = $1 and ($2::uuid is null or v.id > $2)
         and ($4::uuid is null or v.measure_id = $4)
         and ($5::text is null or ${stateOn('$3::date')} = $5)
       order by v.id limit $6`,
      [
        pactId,
        after?.[0] ?? null,
        todayInRome(),
        query.measureId ?? null,
        query.state ?? null,
        limitOf(query) + 1,
      ],
    );
  }

  /** One row for each measure that has given out any. */
  totals(pactId: string, query: PageQuery, after: string[] | undefined): Promise<VoucherRow[]> {
    return this.database.in(pactId).query(
      `select t.measure_id as id, ${TOTALS} as body from (
         select v.measure_id, count(*) as issued, sum(v.amount_cents) as issued_cents,
           count(v.used_on) as used, coalesce(sum(v.used_cents), 0) as used_cents,
           count(*) filter (where ${stateOn('$3::date')} = 'expired') as expired,
           coalesce(sum(v.amount_cents) filter (where ${stateOn('$3::date')} = 'expired'), 0) as expired_cents
         from voucher v where v.pact_id = $1 and ($2::uuid is null or v.measure_id > $2)
         group by v.measure_id order by v.measure_id limit $4
       ) t join measure m on m.pact_id = $1 and m.id = t.measure_id
       order by t.measure_id`,
      [pactId, after?.[0] ?? null, todayInRome(), limitOf(query) + 1],
    );
  }

  hold(pactId: string, id: string): Promise<HeldVoucher | undefined> {
    return this.database.in(pactId).one(
      `select v.amount_cents::float8 as "amountCents", v.issued_on as "issuedOn", v.expires_on as "expiresOn",
         v.used_on is not null as "isUsed",
         (select u.actor_id from measure m join actor_unit u on u.id = m.responsible_unit_id
          where m.pact_id = v.pact_id and m.id = v.measure_id) as "responsibleActorId"
       from voucher v where v.pact_id = $1 and v.id = $2 for no key update`,
      [pactId, id],
    );
  }
}
