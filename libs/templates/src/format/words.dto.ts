import { Text } from '#platform';

const line = (max: number) => ({ max, optional: true });
const prose = (max: number) => ({ max, multiline: true, optional: true });

/** Of a body. */
export class ShortName {
  @Text(line(200))
  it?: string;

  @Text(line(200))
  en?: string;
}

/** In Italian, in English, or both: what is said in one language stands for the other too. */
export class Name {
  @Text(line(300))
  it?: string;

  @Text(line(300))
  en?: string;
}

/** A power of a body, or a question. */
export class Sentence {
  @Text(line(500))
  it?: string;

  @Text(line(500))
  en?: string;
}

/** A result, or what is meant more exactly. */
export class Statement {
  @Text(prose(4_000))
  it?: string;

  @Text(prose(4_000))
  en?: string;
}

/** Of a measure. */
export class LongStatement {
  @Text(prose(10_000))
  it?: string;

  @Text(prose(10_000))
  en?: string;
}
