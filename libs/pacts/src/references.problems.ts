import { invalidRequest, mapConstraint, type Problem } from '#platform';

/** A request names something that the pact does not have: whether another pact has it is not told. */
export const unknownReference = (pointer: string, code: string, detail: string): Problem =>
  invalidRequest([{ pointer, code, detail }]);

/**
 * Says what it means when this foreign key to a decision is violated. What a decision may change lies in many libs;
 * wherever a request names its `decisionId`, the answer about one that is not there is the same.
 */
export const pointsToDecision = (constraint: string): void => mapConstraint(constraint, unknownDecision);

export const unknownDecision = (): Problem =>
  unknownReference('/decisionId', 'unknown-decision', 'The pact has no decision with this id.');
