/** A rule as Spectral takes it. */
export interface Rule {
  readonly given: string;
  readonly resolved?: boolean;
  readonly severity: 'error';
  readonly message: string;
  readonly then: {
    readonly function: (value: unknown) => { message: string }[];
    readonly functionOptions?: object;
  };
}

/** What is wrong with a place of the document, in a few words, or nothing. */
export type Judge<T> = (value: T) => string | undefined;

/** One rule: where it looks, and what it finds there. `resolved`: with what references lead to in their place. */
export const rule = <T>(given: string, judge: Judge<T>, { resolved = false } = {}): Rule => ({
  given,
  resolved,
  severity: 'error',
  message: '{{error}}',
  then: {
    function: (value: unknown) => {
      const message = judge(value as T);
      return message === undefined ? [] : [{ message }];
    },
  },
});

/** A rule on one text. */
export const form = (given: string, fits: (text: string) => boolean, detail: string): Rule =>
  rule<string>(given, (text) => (fits(text) ? undefined : `${text}: ${detail}`));
