import { Injectable } from '@nestjs/common';
import { todayInRome, type Day } from '#kernel';
import { allowedMoves, transitionNotAllowed } from '#pacts';
import { Database, invalidRequest, type Problem, type Resource } from '#platform';
import type { DecisionTransitionRequest } from './decision.dto.js';
import { actionsOpen } from './decision.problems.js';
import {
  nextDecisionStates,
  refusalOfDecisionMove,
  type DecisionRefusal,
  type DecisionState,
} from './decision.rules.js';
import { ActionsTable, DecisionsTable } from './decisions.queries.js';

interface HeldDecision {
  readonly state: DecisionState;
  readonly decidedOn: Day;
}

/** What has been decided is followed to its end. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsTable,
    private readonly actions: ActionsTable,
  ) {}

  move(pactId: string, id: string, request: DecisionTransitionRequest): Promise<Resource> {
    const { to, reason } = request;
    const today = todayInRome();
    const endedOn = request.endedOn ?? today;
    return this.database.transaction(async () => {
      const held = await this.decisions.hold<HeldDecision>(
        pactId,
        { id },
        'state, decided_on as "decidedOn"',
      );
      if (endedOn < held.decidedOn || endedOn > today) throw endedAtNoTime();
      const openActions = await this.actions.openOf(pactId, id);
      const refusal = refusalOfDecisionMove({ from: held.state, to, openActions, reason });
      if (refusal !== undefined) throw problemOf(refusal, held.state);
      await this.decisions.change(pactId, id, { state: to, reason, ended_on: endedOn });
      return this.decisions.get(pactId, id);
    });
  }
}

const endedAtNoTime = () =>
  invalidRequest([
    {
      pointer: '/endedOn',
      code: 'outside-period',
      detail: 'It ends after it was decided, and not in the future.',
    },
  ]);

function problemOf(refusal: DecisionRefusal, state: DecisionState): Problem {
  if (refusal === 'actions-open') return actionsOpen();
  if (refusal === 'no-reason') {
    return invalidRequest([
      { pointer: '/reason', code: 'required', detail: 'What is dropped is dropped for a reason.' },
    ]);
  }
  return transitionNotAllowed({ detail: allowedMoves(state, nextDecisionStates(state)) });
}
