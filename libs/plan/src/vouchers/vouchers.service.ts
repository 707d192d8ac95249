import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7 } from '#kernel';
import { PactsService } from '#pacts';
import { Created, Database, invalidRequest, notFound, Resource, type FieldError } from '#platform';
import { measureOver } from '../measures/measure.problems.js';
import { isOver } from '../measures/measure.rules.js';
import { checkResponsible, MeasuresService } from '../measures/measures.service.js';
import type { VoucherRequest, VoucherUseRequest } from './voucher.dto.js';
import { voucherExpired, voucherUsed } from './voucher.problems.js';
import { VouchersQueries, type HeldVoucher } from './vouchers.queries.js';

/** Vouchers and service bonuses. Whose they are is known to who gives them out, and to nobody here. */
@Injectable()
export class VouchersService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly measures: MeasuresService,
    private readonly queries: VouchersQueries,
  ) {}

  issue(pactId: string, request: VoucherRequest, principal: Principal): Promise<Created> {
    const { measureId, amountCents, issuedOn, expiresOn } = request;
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      const measure = await this.measures.holdNamed(pactId, measureId);
      checkResponsible(measure, principal);
      if (isOver(measure.state)) throw measureOver();
      if (issuedOn > todayInRome()) throw invalidRequest([inFuture('/issuedOn')]);
      await this.database.in(pactId).query(
        `insert into voucher (pact_id, id, measure_id, amount_cents, issued_on, expires_on)
         values ($1, $2, $3, $4, $5, $6)`,
        [pactId, id, measureId, amountCents, issuedOn, expiresOn],
      );
      return new Created(`/v1/pacts/${pactId}/vouchers/${id}`, await this.get(pactId, id));
    });
  }

  async get(pactId: string, id: string): Promise<Resource> {
    const row = await this.queries.show(pactId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body);
  }

  /** A voucher is used once, for all of its worth or a part. */
  use(pactId: string, id: string, request: VoucherUseRequest, principal: Principal): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      const held = await this.queries.hold(pactId, id);
      if (held === undefined) throw notFound();
      checkResponsible(held, principal);
      checkUse(held, request);
      await this.database.in(pactId).query(
        `update voucher set used_on = $3, used_cents = $4, version = version + 1, updated_at = now()
         where pact_id = $1 and id = $2`,
        [pactId, id, request.usedOn, request.usedCents],
      );
      return this.get(pactId, id);
    });
  }
}

function checkUse(held: HeldVoucher, { usedOn, usedCents }: VoucherUseRequest): void {
  const faults: FieldError[] = [];
  if (usedOn > todayInRome()) faults.push(inFuture('/usedOn'));
  if (usedOn < held.issuedOn) {
    faults.push({ pointer: '/usedOn', code: 'before-start', detail: 'It had not been issued on this day.' });
  }
  if (usedCents > held.amountCents) {
    faults.push({ pointer: '/usedCents', code: 'above-worth', detail: 'The voucher is not worth so much.' });
  }
  if (faults.length > 0) throw invalidRequest(faults);
  if (held.isUsed) throw voucherUsed();
  if (usedOn > held.expiresOn) throw voucherExpired({ detail: `Its last day was ${held.expiresOn}.` });
}

const inFuture = (pointer: string): FieldError => ({
  pointer,
  code: 'in-future',
  detail: 'This day has not come yet.',
});
