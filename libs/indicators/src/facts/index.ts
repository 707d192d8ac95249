import type { FactName } from '../definition/definition.js';
import { activityFact } from './activity.fact.js';
import { assessmentFact } from './assessment.fact.js';
import { commitmentFact } from './commitment.fact.js';
import { consultationFact } from './consultation.fact.js';
import { decisionFact, proposalFact } from './decision.fact.js';
import { deliveryFact } from './delivery.fact.js';
import { employmentFact } from './employment.fact.js';
import type { Fact, StoredFact, Subject } from './fact.js';
import { attendanceFact, meetingFact } from './meeting.fact.js';
import { membershipFact } from './membership.fact.js';
import { pathwayFact } from './pathway.fact.js';
import { budgetFact, gridCellFact, scheduleFact } from './plan.fact.js';
import { relationFact } from './relation.fact.js';

export const FACTS: Readonly<Record<FactName, Fact>> = {
  pathway: pathwayFact,
  employment_episode: employmentFact,
  activity: activityFact,
  assessment_pair: assessmentFact,
  commitment: commitmentFact,
  delivery: deliveryFact,
  membership: membershipFact,
  relation: relationFact,
  consultation: consultationFact,
  meeting: meetingFact,
  attendance: attendanceFact,
  proposal: proposalFact,
  decision: decisionFact,
  budget: budgetFact,
  schedule: scheduleFact,
  grid_cell: gridCellFact,
};

/** Facts with a table of their own, in the order in which they are emptied: what is made of another one comes first. */
export const STORED_FACTS: readonly StoredFact[] = [
  employmentFact,
  pathwayFact,
  activityFact,
  assessmentFact,
];

/** Their tables: rows in them tell of a participant, and go with it. */
export const FACT_TABLES: readonly string[] = STORED_FACTS.map((fact) => fact.table);

/** The fact if it tells of people. */
export const storedFact = (name: FactName): StoredFact | undefined =>
  STORED_FACTS.find((fact) => fact.name === name);

/** What is stored tells of people; agreements are read as they are. */
export const subjectOf = (fact: FactName): Subject => (storedFact(fact) ? 'people' : 'agreements');
