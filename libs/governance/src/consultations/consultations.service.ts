import { Injectable } from '@nestjs/common';
import { todayInRome, uuidv7 } from '#kernel';
import { allowedMoves, PactsService, transitionNotAllowed } from '#pacts';
import { Created, Database, type Problem, type Resource } from '#platform';
import type { ConsultationPatch, ConsultationRequest } from './consultation.dto.js';
import { consultationFixed, consultationTooEarly, synthesisMissing } from './consultation.problems.js';
import {
  isUnfinished,
  mayRephrase,
  nextConsultationStates,
  refusalOfConsultationMove,
  type ConsultationAtHand,
  type ConsultationRefusal,
  type ConsultationState,
} from './consultation.rules.js';
import { ConsultationsTable, HELD_CONSULTATION } from './consultations.queries.js';

@Injectable()
export class ConsultationsService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly consultations: ConsultationsTable,
  ) {}

  create(pactId: string, request: ConsultationRequest): Promise<Created> {
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      const { bodyId, kind } = request;
      await this.consultations.add(pactId, { id, body_id: bodyId, kind, ...columnsOf(request) });
      await this.consultations.replaceInvitations(pactId, id, request.invitedActorIds ?? []);
      const resource = await this.consultations.get(pactId, id);
      return new Created(`/v1/pacts/${pactId}/consultations/${id}`, resource);
    });
  }

  change(pactId: string, seen: { id: string; version: number }, patch: ConsultationPatch): Promise<Resource> {
    return this.database.transaction(async () => {
      const { state } = await this.consultations.hold<ConsultationAtHand>(pactId, seen, HELD_CONSULTATION);
      const { synthesis, endsOn: _, ...question } = patch;
      const asks = Object.values(question).some((value) => value !== undefined);
      if (!isUnfinished(state) || (asks && !mayRephrase(state))) throw consultationFixed();
      await this.consultations.change(pactId, seen.id, { ...columnsOf(patch), synthesis });
      if (patch.invitedActorIds !== undefined) {
        await this.consultations.replaceInvitations(pactId, seen.id, patch.invitedActorIds);
      }
      return this.consultations.get(pactId, seen.id);
    });
  }

  move(pactId: string, id: string, to: ConsultationState): Promise<Resource> {
    return this.database.transaction(async () => {
      const held = await this.consultations.hold<ConsultationAtHand>(pactId, { id }, HELD_CONSULTATION);
      const refusal = refusalOfConsultationMove(held, to, todayInRome());
      if (refusal !== undefined) throw problemOf(refusal, held.state);
      await this.consultations.change(pactId, id, { state: to });
      return this.consultations.get(pactId, id);
    });
  }
}

const columnsOf = (patch: Omit<ConsultationPatch, 'synthesis' | 'invitedActorIds'>) => ({
  title: patch.title,
  question: patch.question,
  starts_on: patch.startsOn,
  ends_on: patch.endsOn,
  invited_groups: patch.invitedGroups,
});

function problemOf(refusal: ConsultationRefusal, state: ConsultationState): Problem {
  if (refusal === 'too-early') return consultationTooEarly();
  if (refusal === 'no-synthesis') return synthesisMissing();
  return transitionNotAllowed({ detail: allowedMoves(state, nextConsultationStates(state)) });
}
