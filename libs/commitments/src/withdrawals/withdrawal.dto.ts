import { Day, NestedList, OneOf, Uuid } from '#platform';
import { OUTCOMES, type WithdrawalOutcome } from './withdrawal.rules.js';

const OUTCOME = {
  description:
    'fulfil: the member still keeps its promise; transfer: another member takes over what is left, once it has ' +
    'proposed that and the beneficiaries have agreed; release: the beneficiaries let it go.',
};
const EFFECTIVE_ON = { description: 'The end of the notice; the day of the announcement, unless told.' };

export class WithdrawalItemDto {
  @Uuid()
  commitmentId: string;

  @OneOf(OUTCOMES, OUTCOME)
  outcome: WithdrawalOutcome;

  @Uuid({ optional: true, description: 'The member that takes over; of a transfer, and only there.' })
  toMemberId?: string;
}

export class WithdrawalRequest {
  @Day({ optional: true, description: 'Today, unless told.' })
  announcedOn?: string;

  @Day({ ...EFFECTIVE_ON, optional: true })
  effectiveOn?: string;

  @NestedList(() => WithdrawalItemDto, { maxItems: 500, description: 'One for each open commitment.' })
  commitments: WithdrawalItemDto[];
}

export class WithdrawalItemAnswer {
  @Uuid()
  commitmentId: string;

  @OneOf(OUTCOMES, OUTCOME)
  outcome: WithdrawalOutcome;

  @Uuid({ optional: true, description: 'The commitment, at first a draft, that takes over.' })
  transferredToCommitmentId?: string;
}

export class WithdrawalAnswer {
  @Uuid()
  memberId: string;

  @Day()
  announcedOn: string;

  @Day(EFFECTIVE_ON)
  effectiveOn: string;

  @Day({ optional: true, description: 'Absent while the notice runs, or a commitment is still open.' })
  withdrawnOn?: string;

  @NestedList(() => WithdrawalItemAnswer, { maxItems: 500 })
  commitments: WithdrawalItemAnswer[];
}
