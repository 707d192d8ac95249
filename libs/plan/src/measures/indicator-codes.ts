/** Which indicators there are. The catalogue stands later in the order of the libs, and answers for it. */
export abstract class IndicatorCodes {
  abstract get codes(): readonly string[];
}
