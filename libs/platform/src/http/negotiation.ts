import { notAcceptable } from '../problems/http.problems.js';

/** The formats there are, in the order of preference, each with what `Accept` may say for it. */
export type Offers<Name extends string> = readonly (readonly [name: Name, mediaTypes: readonly string[]])[];

/**
 * The format that an answer is wanted in: what the query says, else what `Accept` likes best, else the first.
 * @param accepts gives the first that fits of the media types it is offered, or false
 * @throws Problem `not-acceptable` where `Accept` takes none of them
 */
export function negotiated<Name extends string>(
  asked: Name | undefined,
  offers: Offers<Name>,
  accepts: (offered: string[]) => string | false,
): Name {
  if (asked !== undefined) return asked;
  const mediaTypes = offers.flatMap(([, types]) => types);
  const accepted = accepts(mediaTypes);
  const found = offers.find(([, types]) => accepted !== false && types.includes(accepted));
  if (found !== undefined) return found[0];
  throw notAcceptable({ detail: `It answers in ${mediaTypes.join(', ')}.` });
}
