import { Instant, PageQuery, Text, Uuid, Whole } from '#platform';

const CODE_SHAPE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The name of something in its pact, for people and for files. It stays as it is. */
export const CODE = {
  max: 64,
  pattern: CODE_SHAPE,
  description: 'Its name in the pact, which never changes.',
};
export const NEW_CODE = {
  ...CODE,
  optional: true,
  description: 'Its name in the pact, which never changes; numbered unless given.',
};
export const TITLE = { max: 300 };
export const DESCRIPTION = { max: 4_000, multiline: true, optional: true };

/** What the service says of each entry. */
export class EntryAnswer {
  @Uuid()
  id: string;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class SearchQuery extends PageQuery {
  @Text({ max: 200, optional: true, description: 'A part of its words.' })
  q?: string;
}
