import type { FactName } from '../definition/definition.js';
import { activityFact } from './activity.fact.js';
import { commitmentFact } from './commitment.fact.js';
import { deliveryFact } from './delivery.fact.js';
import { employmentFact } from './employment.fact.js';
import type { Fact } from './fact.js';
import { membershipFact } from './membership.fact.js';
import { pathwayFact } from './pathway.fact.js';
import { relationFact } from './relation.fact.js';

export const FACTS: Readonly<Record<FactName, Fact>> = {
  pathway: pathwayFact,
  employment_episode: employmentFact,
  activity: activityFact,
  commitment: commitmentFact,
  delivery: deliveryFact,
  membership: membershipFact,
  relation: relationFact,
};
