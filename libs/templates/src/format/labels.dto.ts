import { Text } from '#platform';

/** Greatest length of a name, and of a description. */
const NAME = 500;
const DESCRIPTION = 10_000;

/** A name in Italian, in English, or both; what is said in one language only stands for the other too. */
export class NameLabels {
  @Text({ max: NAME, optional: true })
  it?: string;

  @Text({ max: NAME, optional: true })
  en?: string;
}

export class DescriptionLabels {
  @Text({ max: DESCRIPTION, multiline: true, optional: true })
  it?: string;

  @Text({ max: DESCRIPTION, multiline: true, optional: true })
  en?: string;
}
