import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome } from '#kernel';
import { allowedMoves, transitionNotAllowed } from '#pacts';
import { Database, type Problem, type Resource } from '#platform';
import { LedgerService } from '../ledger/ledger.service.js';
import { AgreementsService } from './agreements.service.js';
import type { CommitmentTransitionRequest } from './commitment-history.dto.js';
import {
  computedState,
  memberNotSigned,
  notACounterpart,
  notAParty,
  notThePromisor,
  tooEarly,
} from './commitment.problems.js';
import {
  movesByHand,
  refusalOfMove,
  standingOf,
  type CommitmentState,
  type MoveRefusal,
} from './commitment.rules.js';
import { partiesOf, type HeldCommitment } from './commitments.queries.js';
import { CommitmentsService } from './commitments.service.js';
import { CommitmentsStore } from './commitments.store.js';

interface Move extends CommitmentTransitionRequest {
  readonly madeBy: string;
}

/** Who moves a commitment from state to state, and what else happens with it. */
@Injectable()
export class MovesService {
  constructor(
    private readonly database: Database,
    private readonly commitments: CommitmentsService,
    private readonly store: CommitmentsStore,
    private readonly ledger: LedgerService,
    private readonly agreements: AgreementsService,
  ) {}

  move(
    pactId: string,
    id: string,
    request: CommitmentTransitionRequest,
    principal: Principal,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      if (request.to === 'agreed') await this.agreements.queueUp(pactId);
      const held = await this.commitments.hold(pactId, id);
      checkMove(held, request.to, principal);
      await this.commitments.checkDecision(pactId, request);
      await this.carryOut(pactId, held, { ...request, madeBy: principal.id }, principal);
      return this.commitments.get(pactId, id);
    });
  }

  /** Makes an agreed commitment active because its first day has come. */
  start(pactId: string, id: string, madeBy: string): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.commitments.hold(pactId, id);
      if (held.state === 'agreed') await this.activate(pactId, held, { to: 'active', madeBy });
    });
  }

  private async activate(pactId: string, held: HeldCommitment, move: Move): Promise<void> {
    await this.setState(pactId, held, move);
    // A renegotiated one may have been delivered in part, or in whole, before.
    if (held.hasDeliveries) await this.ledger.settle(pactId, { ...held, state: 'active' }, move.madeBy);
  }

  private async carryOut(
    pactId: string,
    held: HeldCommitment,
    move: Move,
    principal: Principal,
  ): Promise<void> {
    switch (move.to) {
      case 'agreed':
        checkMembers(held);
        await this.store.recordConsent(pactId, held.id, 'agreed_at', spokenFor(held, principal));
        return this.agreements.bind(pactId, move);
      case 'released': {
        const all = await this.store.recordConsent(
          pactId,
          held.id,
          'released_at',
          spokenFor(held, principal),
        );
        return all ? this.setState(pactId, held, move) : undefined;
      }
      case 'renegotiating':
        await this.store.beginRevision(pactId, held.id);
        return this.setState(pactId, held, move);
      case 'proposed':
        checkMembers(held);
        return this.setState(pactId, held, move);
      default:
        return this.activate(pactId, held, move);
    }
  }

  private setState(pactId: string, held: HeldCommitment, move: Move): Promise<void> {
    return this.store.setState(pactId, held.id, { ...move, from: held.state });
  }
}

/** The beneficiaries for which the caller speaks; none where it speaks for the pact. */
const spokenFor = (held: HeldCommitment, { actorId }: Principal): string[] =>
  held.beneficiaries.filter((each) => each.actorId === actorId).map(({ memberId }) => memberId);

const PROBLEMS: Readonly<Record<Exclude<MoveRefusal, 'unlisted'>, () => Problem>> = {
  computed: computedState,
  'not-the-promisor': notThePromisor,
  'not-a-counterpart': notACounterpart,
  'not-a-party': notAParty,
  'too-early': tooEarly,
};

function checkMove(held: HeldCommitment, to: CommitmentState, principal: Principal): void {
  const move = { from: held.state, to, startsOn: held.startsOn, today: todayInRome() };
  const refusal = refusalOfMove(move, standingOf(principal, partiesOf(held)));
  if (refusal === 'unlisted') {
    throw transitionNotAllowed({ detail: allowedMoves(held.state, movesByHand(held.state)) });
  }
  if (refusal !== undefined) throw PROBLEMS[refusal]();
}

/** What was agreed once may be agreed anew while a member is leaving; nothing new may begin with it. */
function checkMembers({ revision, promisor, beneficiaries }: HeldCommitment): void {
  const may = revision > 1 ? ['signed', 'withdrawing'] : ['signed'];
  if ([promisor, ...beneficiaries].some(({ state }) => !may.includes(state))) throw memberNotSigned();
}
