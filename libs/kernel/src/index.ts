export { addDays, daysBetween, FIRST_DAY, isDay, LAST_DAY, todayInRome, type Day } from './days.js';
export { linearTrend, type LinearTrend } from './linear-trend.js';
export {
  centralisation,
  concentration,
  density,
  dyadReciprocity,
  edgeReciprocity,
  graphOf,
  type Arc,
  type Direction,
  type Graph,
} from './graphs.js';
export { circleIn, pathBetween } from './paths.js';
export { isPersonalTaxCode, mayNamePerson, withoutTaxCodes } from './personal-tax-codes.js';
export {
  granularityOf,
  GRANULARITIES,
  parsePeriod,
  periodOf,
  periodsBetween,
  SINCE_START,
  type Granularity,
} from './periods.js';
export { retentionAt, survivalTable, timeToEvent, type DurationCount } from './survival.js';
export { isUuid, uuidv7 } from './uuid.js';
