import { Day, Instant, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { Code, Title, TitlePatch } from '../titles.js';
import { PROGRAMME_KINDS, type ProgrammeKind } from './funding.rules.js';

const KIND = { description: 'Whose money it is.' };

export class ProgrammeRequest {
  @Code({ description: 'Stable, and the only one in the service.', example: 'PR-FSE-PLUS-2021' })
  code: string;

  @OneOf(PROGRAMME_KINDS, KIND)
  kind: ProgrammeKind;

  @Nested(() => Title)
  title: Title;

  @Day({ optional: true })
  startsOn?: string;

  @Day({ optional: true })
  endsOn?: string;
}

export class ProgrammePatch {
  @OneOf(PROGRAMME_KINDS, { ...KIND, optional: true })
  kind?: ProgrammeKind;

  @Nested(() => TitlePatch, { optional: true })
  title?: TitlePatch;

  @Day({ optional: true, nullable: true })
  startsOn?: string | null;

  @Day({ optional: true, nullable: true })
  endsOn?: string | null;
}

export class ProgrammeAnswer extends ProgrammeRequest {
  @Uuid()
  id: string;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class ProgrammeListQuery extends PageQuery {
  @OneOf(PROGRAMME_KINDS, { optional: true })
  kind?: ProgrammeKind;

  @Text({ max: 200, optional: true, description: 'A part of the code or of the title.' })
  q?: string;
}
