import { Day, Decimal, Instant, NestedList, OneOf, Text, Uuid } from '#platform';
import { QUANTITY_DIGITS, QUANTITY_MAX } from '../commitments/terms.rules.js';
import { VERDICTS, type Verdict } from './fulfilment.rules.js';

const NOTE = { max: 2_000, multiline: true, optional: true };
const QUANTITY = {
  min: -QUANTITY_MAX,
  max: QUANTITY_MAX,
  digits: QUANTITY_DIGITS,
  description: 'In the unit of the commitment; negative only to correct a delivery.',
};
const EVIDENCE = { maxItems: 20 };
const CORRECTS = { optional: true, description: 'The delivery that this counter-entry corrects.' };

export class EvidenceDto {
  @Text({ max: 1_000, pattern: /^https:\/\/[^\s]{1,990}$/, example: 'https://example.org/report.pdf' })
  url: string;

  @Text({ max: 64, pattern: /^[0-9a-f]{64}$/, description: 'SHA-256 of the file.' })
  sha256: string;
}

export class DeliveryRequest {
  @Day({ description: 'Not in the future, not before the commitment starts.' })
  deliveredOn: string;

  @Decimal(QUANTITY)
  quantity: number;

  @Text(NOTE)
  note?: string;

  @NestedList(() => EvidenceDto, { ...EVIDENCE, optional: true })
  evidence?: EvidenceDto[];

  @Uuid(CORRECTS)
  correctsDeliveryId?: string;
}

export class DeliveryAnswer {
  @Uuid()
  id: string;

  @Uuid()
  commitmentId: string;

  @Day()
  deliveredOn: string;

  @Decimal(QUANTITY)
  quantity: number;

  @Text(NOTE)
  note?: string;

  @NestedList(() => EvidenceDto, EVIDENCE)
  evidence: EvidenceDto[];

  @Uuid(CORRECTS)
  correctsDeliveryId?: string;

  @OneOf(VERDICTS, { optional: true, description: 'The latest; absent while nobody has answered.' })
  verdict?: Verdict;

  @Text(NOTE)
  verdictNote?: string;

  @Instant({ optional: true })
  verdictAt?: string;

  @Instant()
  recordedAt: string;
}

export class ConfirmationRequest {
  @OneOf(VERDICTS)
  verdict: Verdict;

  @Text(NOTE)
  note?: string;
}
