import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { uuidv7, type Day } from '#kernel';
import { PactsService } from '#pacts';
import { Created, Database, type Resource } from '#platform';
import { BodiesTable } from '../bodies/bodies.queries.js';
import { overlap, type Span } from '../bodies/body.rules.js';
import type { MandatePatch, MandateRequest } from './mandate.dto.js';
import { mandateOverlap, voteUnderWay } from './mandate.problems.js';
import { MandatesTable } from './mandates.queries.js';

interface HeldMandate extends Span {
  readonly bodyId: string;
  readonly endsOn: Day;
}

const HELD = 'body_id as "bodyId", starts_on as "startsOn", ends_on as "endsOn"';

/** What bodies are for, and by which rules they decide. One mandate of a body follows another. */
@Injectable()
export class MandatesService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly bodies: BodiesTable,
    private readonly mandates: MandatesTable,
  ) {}

  create(pactId: string, request: MandateRequest, principal: Principal): Promise<Created> {
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      await this.bodies.holdAtWork(pactId, request.bodyId, request.startsOn, 'no key update');
      await this.checkSpan(pactId, request.bodyId, id, request);
      await this.mandates.add(pactId, { id, body_id: request.bodyId, ...columnsOf(request) });
      await this.mandates.note(pactId, id, principal.id, request.decisionId);
      return new Created(`/v1/pacts/${pactId}/mandates/${id}`, await this.mandates.get(pactId, id));
    });
  }

  change(
    pactId: string,
    seen: { id: string; version: number },
    patch: MandatePatch,
    principal: Principal,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      const held = await this.mandates.hold<HeldMandate>(pactId, seen, HELD);
      await this.bodies.hold(pactId, { id: held.bodyId });
      if (await this.mandates.isVoteUnderWay(pactId, held.bodyId)) throw voteUnderWay();
      const span = { startsOn: patch.startsOn ?? held.startsOn, endsOn: patch.endsOn ?? held.endsOn };
      await this.checkSpan(pactId, held.bodyId, seen.id, span);
      await this.mandates.change(pactId, seen.id, columnsOf(patch));
      await this.mandates.note(pactId, seen.id, principal.id, patch.decisionId);
      return this.mandates.get(pactId, seen.id);
    });
  }

  private async checkSpan(pactId: string, bodyId: string, id: string, span: Span): Promise<void> {
    const others = await this.mandates.spansOf(pactId, bodyId, id);
    if (others.some((other) => overlap(other, span))) throw mandateOverlap();
  }
}

const columnsOf = (terms: MandatePatch) => ({
  purpose: terms.purpose,
  powers: terms.powers,
  starts_on: terms.startsOn,
  ends_on: terms.endsOn,
  reports_to_body_id: terms.reportsToBodyId,
  reporting: terms.reporting,
  quorum: terms.quorum,
  majority: terms.majority,
  ties: terms.ties,
  delegations_per_delegate: terms.delegationsPerDelegate,
});
