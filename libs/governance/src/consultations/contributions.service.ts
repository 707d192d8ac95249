import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7, type Day } from '#kernel';
import { isSecretariat, notOwnMember } from '#pacts';
import { Created, Database, invalidRequest, type Resource } from '#platform';
import type { ContributionPatch, ContributionRequest } from './consultation.dto.js';
import { consultationNotOpen } from './consultation.problems.js';
import type { ConsultationAtHand } from './consultation.rules.js';
import { ConsultationsTable, ContributionsTable, HELD_CONSULTATION } from './consultations.queries.js';

interface SeenContribution {
  readonly id: string;
  readonly version: number;
  readonly consultationId: string;
}

/** What stakeholders say when they are asked, and what becomes of each contribution. */
@Injectable()
export class ContributionsService {
  constructor(
    private readonly database: Database,
    private readonly consultations: ConsultationsTable,
    private readonly contributions: ContributionsTable,
  ) {}

  create(
    pactId: string,
    consultationId: string,
    request: ContributionRequest,
    principal: Principal,
  ): Promise<Created> {
    const id = uuidv7();
    const { actorId, groupName, text, receivedOn = todayInRome() } = request;
    return this.database.transaction(async () => {
      const held = await this.consultations.hold<ConsultationAtHand>(
        pactId,
        { id: consultationId },
        HELD_CONSULTATION,
      );
      checkSpeaker(request, principal);
      if (held.state !== 'open') throw consultationNotOpen();
      checkDay(held, receivedOn);
      await this.contributions.add(pactId, {
        id,
        consultation_id: consultationId,
        actor_id: actorId,
        group_name: groupName,
        text,
        received_on: receivedOn,
      });
      const path = `/v1/pacts/${pactId}/consultations/${consultationId}/contributions/${id}`;
      return new Created(path, await this.contributions.get(pactId, id, consultationId));
    });
  }

  answer(pactId: string, seen: SeenContribution, patch: ContributionPatch): Promise<Resource> {
    const { id, version, consultationId } = seen;
    return this.database.transaction(async () => {
      await this.contributions.hold(pactId, { id, version, parentId: consultationId });
      const { outcome, reason, decisionId } = patch;
      await this.contributions.change(pactId, id, { outcome, reason, decision_id: decisionId });
      return this.contributions.get(pactId, id, consultationId);
    });
  }
}

/** A member contributes in its own name; what groups say that are no actors, the secretariat records. */
function checkSpeaker({ actorId }: ContributionRequest, principal: Principal): void {
  if (isSecretariat(principal) || actorId?.toLowerCase() === principal.actorId) return;
  throw notOwnMember();
}

function checkDay({ startsOn, endsOn }: ConsultationAtHand, receivedOn: Day): void {
  if (startsOn <= receivedOn && receivedOn <= endsOn && receivedOn <= todayInRome()) return;
  const detail = 'A contribution is received while the consultation lasts, and not in the future.';
  throw invalidRequest([{ pointer: '/receivedOn', code: 'outside-period', detail }]);
}
