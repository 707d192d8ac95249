import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7, type Day } from '#kernel';
import { Created, Database, invalidRequest, notFound, Resource, type FieldError } from '#platform';
import { notACounterpart, notThePromisor } from '../commitments/commitment.problems.js';
import { isRunning, standingOf } from '../commitments/commitment.rules.js';
import { partiesOf, type HeldCommitment } from '../commitments/commitments.queries.js';
import { CommitmentsService } from '../commitments/commitments.service.js';
import { CommitmentsStore } from '../commitments/commitments.store.js';
import { faultsOfQuantity } from '../commitments/terms.rules.js';
import type { ConfirmationRequest, DeliveryRequest } from './delivery.dto.js';
import { counterEntry, notDeliverable, ownDelivery } from './delivery.problems.js';
import {
  fulfilledOn,
  refusalOfCounterEntry,
  stateByLedger,
  sumsOf,
  type EntryRefusal,
} from './fulfilment.rules.js';
import { LedgerQueries } from './ledger.queries.js';

/** What was delivered, what was said of it, and where that leaves a commitment. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    private readonly commitments: CommitmentsService,
    private readonly store: CommitmentsStore,
    private readonly queries: LedgerQueries,
  ) {}

  deliver(
    pactId: string,
    commitmentId: string,
    request: DeliveryRequest,
    principal: Principal,
  ): Promise<Created> {
    return this.database.transaction(async () => {
      const held = await this.commitments.hold(pactId, commitmentId);
      if (!standingOf(principal, partiesOf(held)).promisor) throw notThePromisor();
      await this.checkDelivery(pactId, held, request);
      const id = uuidv7();
      await this.database.in(pactId).query(
        `insert into delivery (pact_id, id, commitment_id, delivered_on, quantity, corrects_delivery_id, note,
           evidence, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          pactId,
          id,
          held.id,
          request.deliveredOn,
          request.quantity,
          request.correctsDeliveryId ?? null,
          request.note ?? null,
          JSON.stringify(request.evidence ?? []),
          principal.id,
        ],
      );
      await this.settle(pactId, held, principal.id);
      return new Created(`/v1/pacts/${pactId}/deliveries/${id}`, await this.get(pactId, id));
    });
  }

  async get(pactId: string, id: string): Promise<Resource> {
    const row = await this.queries.show(pactId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body);
  }

  /** Verdicts are added, the latest counts; saying the same again adds none. */
  judge(pactId: string, id: string, request: ConfirmationRequest, principal: Principal): Promise<Resource> {
    return this.database.transaction(async () => {
      const found = await this.queries.show(pactId, id);
      if (found === undefined) throw notFound();
      const held = await this.commitments.hold(pactId, found.commitmentId);
      const memberId = judgeOf(held, principal);
      if (found.correctsId !== null) throw counterEntry();
      // Read again: only now nobody else can add a verdict.
      const latest = await this.queries.show(pactId, id);
      const same = latest?.verdict === request.verdict && latest.verdictBy === principal.id;
      if (same && latest.verdictNote === (request.note ?? null)) return new Resource(latest.body);
      await this.database.in(pactId).query(
        `insert into delivery_verdict (pact_id, id, delivery_id, verdict, note, member_id, given_by, given_at)
         values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
        [pactId, uuidv7(), id, request.verdict, request.note ?? null, memberId, principal.id],
      );
      await this.settle(pactId, held, principal.id);
      return this.get(pactId, id);
    });
  }

  /** Closes a commitment that is past its last day, by what was confirmed. */
  close(pactId: string, commitmentId: string, madeBy: string, today: Day): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.commitments.hold(pactId, commitmentId);
      await this.settle(pactId, held, madeBy, today);
    });
  }

  /** Adds up the ledger and moves a running commitment to where it stands by it. The commitment must be held. */
  async settle(pactId: string, held: HeldCommitment, madeBy: string, today = todayInRome()): Promise<void> {
    const entries = await this.queries.entries(pactId, held.id);
    const sums = sumsOf(entries);
    const to = stateByLedger(held, sums.confirmed, today);
    await this.store.recordSums(pactId, held.id, {
      ...sums,
      fulfilledOn: to === 'fulfilled' ? fulfilledOn(entries, held.quantity) : undefined,
    });
    if (to !== held.state) await this.store.setState(pactId, held.id, { from: held.state, to, madeBy });
  }

  private async checkDelivery(pactId: string, held: HeldCommitment, request: DeliveryRequest): Promise<void> {
    const corrects = request.correctsDeliveryId?.toLowerCase();
    if (!isRunning(held.state) || (held.state === 'fulfilled' && corrects === undefined))
      throw notDeliverable();
    const faults = [
      ...faultsOfQuantity('/quantity', request.quantity, held.unit),
      ...faultsOfSign(request.quantity, corrects),
      ...faultsOfDay(request.deliveredOn, held.startsOn),
    ];
    if (faults.length > 0) throw invalidRequest(faults);
    if (corrects === undefined) return;
    const refusal = refusalOfCounterEntry(
      await this.queries.entries(pactId, held.id),
      corrects,
      request.quantity,
    );
    if (refusal !== undefined) throw invalidRequest([COUNTER_ENTRY_FAULTS[refusal]]);
  }
}

/** Who judges: the member that benefits, or nobody in particular where the coordinator speaks for the pact. */
function judgeOf(held: HeldCommitment, principal: Principal): string | null {
  if (principal.actorId === held.promisor.actorId) throw ownDelivery();
  if (!standingOf(principal, partiesOf(held)).counterpart) throw notACounterpart();
  return held.beneficiaries.find(({ actorId }) => actorId === principal.actorId)?.memberId ?? null;
}

const COUNTER_ENTRY_FAULTS: Readonly<Record<EntryRefusal, FieldError>> = {
  'unknown-delivery': {
    pointer: '/correctsDeliveryId',
    code: 'unknown-delivery',
    detail: 'This commitment has no delivery with this id.',
  },
  'is-counter-entry': {
    pointer: '/correctsDeliveryId',
    code: 'is-counter-entry',
    detail: 'A counter-entry is not corrected; correct the delivery again.',
  },
  'below-zero': {
    pointer: '/quantity',
    code: 'below-zero',
    detail: 'More would be taken back than was delivered.',
  },
};

function faultsOfSign(quantity: number, corrects: string | undefined): FieldError[] {
  if (quantity !== 0 && quantity < 0 === (corrects !== undefined)) return [];
  const detail =
    'A delivery is more than zero; a counter-entry is less, and names the delivery that it corrects.';
  return [{ pointer: '/quantity', code: 'sign', detail }];
}

function faultsOfDay(deliveredOn: Day, startsOn: Day): FieldError[] {
  const pointer = '/deliveredOn';
  if (deliveredOn > todayInRome())
    return [{ pointer, code: 'in-future', detail: 'This day has not come yet.' }];
  if (deliveredOn >= startsOn) return [];
  return [{ pointer, code: 'before-start', detail: 'The commitment had not started on this day.' }];
}
