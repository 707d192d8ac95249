import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7 } from '#kernel';
import { isSecretariat } from '#pacts';
import { Created, Database, type Resource } from '#platform';
import type { ActionPatch, ActionRequest } from './decision.dto.js';
import { decisionEnded, notResponsible } from './decision.problems.js';
import { hasEnded, type ActionState, type DecisionState } from './decision.rules.js';
import { ActionsTable, DecisionsTable } from './decisions.queries.js';

interface HeldAction {
  readonly decisionId: string;
  readonly state: ActionState;
  readonly responsibleActorId: string;
}

const HELD = 'decision_id as "decisionId", state, responsible_actor_id as "responsibleActorId"';

/** What is to be done so that a decision becomes real: who, until when, how it stands. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsTable,
    private readonly actions: ActionsTable,
  ) {}

  create(pactId: string, decisionId: string, request: ActionRequest): Promise<Created> {
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.holdOpen(pactId, decisionId);
      await this.actions.add(pactId, { id, decision_id: decisionId, ...columnsOf(request) });
      return new Created(`/v1/pacts/${pactId}/decision-actions/${id}`, await this.actions.get(pactId, id));
    });
  }

  change(
    pactId: string,
    seen: { id: string; version: number },
    patch: ActionPatch,
    principal: Principal,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      const held = await this.actions.hold<HeldAction>(pactId, { id: seen.id }, HELD);
      checkSpeaker(held, patch, principal);
      await this.actions.hold(pactId, seen);
      await this.holdOpen(pactId, held.decisionId);
      await this.actions.change(pactId, seen.id, { ...columnsOf(patch), ...endOf(held.state, patch.state) });
      return this.actions.get(pactId, seen.id);
    });
  }

  /** A decision ends after its actions; so nothing happens to them while somebody ends it, or after. */
  private async holdOpen(pactId: string, decisionId: string): Promise<void> {
    const { state } = await this.decisions.hold<{ state: DecisionState }>(
      pactId,
      { id: decisionId },
      'state',
    );
    if (state !== 'open') throw decisionEnded();
  }
}

function checkSpeaker({ responsibleActorId }: HeldAction, patch: ActionPatch, principal: Principal): void {
  if (isSecretariat(principal)) return;
  const changesWhat = [patch.title, patch.responsibleActorId, patch.dueOn].some((each) => each !== undefined);
  if (changesWhat || principal.actorId !== responsibleActorId) throw notResponsible();
}

/** An action that is taken up again has not ended. */
function endOf(before: ActionState, state: ActionState | undefined) {
  if (state === undefined || state === before) return {};
  return { state, ended_on: hasEnded(state) ? todayInRome() : null };
}

const columnsOf = ({ title, responsibleActorId, dueOn, note }: Omit<ActionPatch, 'state'>) => ({
  title,
  responsible_actor_id: responsibleActorId,
  due_on: dueOn,
  note,
});
