import { Instant, OptionalBody, Text, Uuid, Whole } from '#platform';

const TEXT = { max: 200_000, multiline: true, description: 'What is signed, word for word.' };

export class VersionRequest {
  @Text(TEXT)
  text: string;
}

export class VersionPatch {
  @Text({ ...TEXT, optional: true })
  text?: string;
}

@OptionalBody()
export class PublicationRequest {
  @Uuid({ optional: true, description: 'The decision of the pact by which its text is amended.' })
  decisionId?: string;
}

/** A version without its text, as lists show it. */
export class VersionSummary {
  @Whole({ min: 1, max: 999_999 })
  number: number;

  @Text({
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    optional: true,
    description:
      'SHA-256 of the text in UTF-8; set when the version is published, and immutable from then on.',
  })
  contentHash?: string;

  @Instant({ optional: true })
  publishedAt?: string;

  @Uuid({ optional: true, description: 'The decision by which it was published.' })
  decisionId?: string;

  @Instant({ optional: true, description: 'When the ratification rule was met.' })
  inForceAt?: string;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;
}

export class VersionAnswer extends VersionSummary {
  @Text(TEXT)
  text: string;
}
