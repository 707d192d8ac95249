import { Whole } from '#platform';

const TIMES_A_YEAR = { min: 0, max: 52 };

/** How often a pact asks its stakeholders, and looks at what was done. */
export class CadenceRequest {
  @Whole({ ...TIMES_A_YEAR, description: 'Consultations within any twelve months, at least; 2 unless told.' })
  consultationsAYear: number;

  @Whole({
    ...TIMES_A_YEAR,
    description: 'Verification meetings within any twelve months, at least; 1 unless told.',
  })
  verificationMeetingsAYear: number;

  @Whole({ min: 0, max: 365, description: 'Days before the end of a mandate; 60 unless told.' })
  mandateNoticeDays: number;
}

export class CadenceAnswer extends CadenceRequest {
  @Whole({
    min: 0,
    max: 999_999_999,
    description: 'Its ETag is this number in quotes; 0 while the defaults hold.',
  })
  version: number;
}
