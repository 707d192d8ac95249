import { Nested, Text, Uuid } from '#platform';
import { CODE, EntryAnswer, NEW_CODE, SearchQuery } from '../entries/entry.dto.js';

const OBJECTIVE_ID = { optional: true, description: 'The objective that it shows to be reached.' };

const TITLE_IT = { max: 300, example: 'Buona governance' };
const TITLE_EN = { max: 300, optional: true, example: 'Good governance' };
const TEXT_IT = { max: 4_000, multiline: true, example: 'Decisioni trasparenti e condivise' };
const TEXT_EN = {
  max: 4_000,
  multiline: true,
  optional: true,
  example: 'Decisions that are open and shared',
};

class TitleInWords {
  @Text(TITLE_IT)
  it: string;

  @Text(TITLE_EN)
  en?: string;
}

class TitlePatch {
  @Text({ ...TITLE_IT, optional: true })
  it?: string;

  @Text({ ...TITLE_EN, nullable: true })
  en?: string | null;
}

class TextInWords {
  @Text(TEXT_IT)
  it: string;

  @Text(TEXT_EN)
  en?: string;
}

class TextPatch {
  @Text({ ...TEXT_IT, optional: true })
  it?: string;

  @Text({ ...TEXT_EN, nullable: true })
  en?: string | null;
}

export class PillarRequest {
  @Text(NEW_CODE)
  code?: string;

  @Nested(() => TitleInWords)
  title: TitleInWords;
}

export class PillarPatch {
  @Nested(() => TitlePatch, { optional: true })
  title?: TitlePatch;
}

export class PillarAnswer extends EntryAnswer {
  @Text(CODE)
  code: string;

  @Nested(() => TitleInWords)
  title: TitleInWords;
}

export class PillarListQuery extends SearchQuery {}

export class ResultRequest {
  @Text(NEW_CODE)
  code?: string;

  @Uuid()
  pillarId: string;

  @Uuid(OBJECTIVE_ID)
  objectiveId?: string;

  @Nested(() => TextInWords)
  text: TextInWords;
}

export class ResultPatch {
  @Uuid({ optional: true })
  pillarId?: string;

  @Uuid({ ...OBJECTIVE_ID, nullable: true })
  objectiveId?: string | null;

  @Nested(() => TextPatch, { optional: true })
  text?: TextPatch;
}

export class ResultAnswer extends EntryAnswer {
  @Text(CODE)
  code: string;

  @Uuid()
  pillarId: string;

  @Uuid(OBJECTIVE_ID)
  objectiveId?: string;

  @Nested(() => TextInWords)
  text: TextInWords;
}

export class ResultListQuery extends SearchQuery {
  @Uuid({ optional: true })
  pillarId?: string;

  @Uuid({ optional: true })
  objectiveId?: string;
}
