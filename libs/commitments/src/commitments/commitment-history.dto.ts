import { Instant, OneOf, Text, Uuid, Whole } from '#platform';
import { TermsDto } from './commitment.dto.js';
import { COMMITMENT_STATES, type CommitmentState } from './commitment.rules.js';

const REASON = { max: 2_000, multiline: true, optional: true };
const DECISION = {
  optional: true,
  description:
    'Of a release: the decision of the pact that it carries out. The last to release says so for all.',
};

export class CommitmentTransitionRequest {
  @OneOf(COMMITMENT_STATES)
  to: CommitmentState;

  @Text(REASON)
  reason?: string;

  @Uuid(DECISION)
  decisionId?: string;
}

export class CommitmentTransitionAnswer {
  @Uuid()
  id: string;

  @OneOf(COMMITMENT_STATES)
  from: CommitmentState;

  @OneOf(COMMITMENT_STATES)
  to: CommitmentState;

  @Text(REASON)
  reason?: string;

  @Uuid(DECISION)
  decisionId?: string;

  @Text({ max: 60, description: 'The id of the key that made it, or `patti` where it was computed.' })
  madeBy: string;

  @Instant()
  madeAt: string;
}

/** Terms that a renegotiation replaced. */
export class RevisionAnswer extends TermsDto {
  @Whole({ min: 1, max: 999_999_999 })
  revision: number;

  @Instant()
  replacedAt: string;
}
