import { Injectable } from '@nestjs/common';
import { PactsService } from '#pacts';
import { bindingTogether, isOpen, isStanding } from './commitment.rules.js';
import { CommitmentsQueries } from './commitments.queries.js';
import { CommitmentsService } from './commitments.service.js';
import { CommitmentsStore } from './commitments.store.js';

/** What becomes binding once the last one has agreed. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly pacts: PactsService,
    private readonly commitments: CommitmentsService,
    private readonly queries: CommitmentsQueries,
    private readonly store: CommitmentsStore,
  ) {}

  /** Agreements of one pact come one after the other: two that wait for each other must see both. */
  async queueUp(pactId: string): Promise<void> {
    await this.pacts.holdOpen(pactId);
  }

  /** Makes every commitment of the pact binding that nothing stands against any more. */
  async bind(pactId: string, { reason, madeBy }: { reason?: string; madeBy: string }): Promise<void> {
    const proposals = await this.queries.agreedProposals(pactId);
    const standing = proposals.flatMap(({ conditionalOnId, conditionState }) =>
      conditionalOnId !== null && conditionState !== null && isStanding(conditionState)
        ? [conditionalOnId]
        : [],
    );
    const agreed = proposals.map(({ id, conditionalOnId, transferredFromId }) => ({
      id,
      transferredFromId,
      ...(conditionalOnId !== null && { conditionalOnId }),
    }));
    for (const { id, transferredFromId } of bindingTogether(agreed, new Set(standing))) {
      await this.store.setState(pactId, id, {
        from: 'proposed',
        to: 'agreed',
        madeBy,
        ...(reason && { reason }),
      });
      if (transferredFromId !== null) await this.releaseTransferred(pactId, transferredFromId, madeBy);
    }
  }

  /** Whoever agrees to the promise of the new member lets the old one go. */
  private async releaseTransferred(pactId: string, id: string, madeBy: string): Promise<void> {
    const { state, revision } = await this.commitments.hold(pactId, id);
    if (!isOpen(state, revision)) return;
    await this.store.setState(pactId, id, { from: state, to: 'released', reason: 'transferred', madeBy });
  }
}
