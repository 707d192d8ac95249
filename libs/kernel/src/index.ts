export { addDays, daysBetween, isDay, todayInRome, type Day } from './days.js';
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
export {
  GRANULARITIES,
  parsePeriod,
  periodOf,
  periodsBetween,
  SINCE_START,
  type Granularity,
} from './periods.js';
export { retentionAt, survivalTable, timeToEvent, type DurationCount } from './survival.js';
export { isUuid, uuidv7 } from './uuid.js';
