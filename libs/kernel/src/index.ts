export {
  addDays,
  dayNumber,
  daysBetween,
  FIRST_DAY,
  isDay,
  LAST_DAY,
  todayInRome,
  type Day,
} from './days.js';
export {
  GRANULARITIES,
  parsePeriod,
  periodBounds,
  periodOf,
  periodsBetween,
  SINCE_START,
  type Granularity,
  type Period,
} from './periods.js';
export {
  retentionAt,
  survivalTable,
  type DurationCount,
  type RetentionEstimate,
  type SurvivalStep,
} from './survival.js';
export { isUuid, uuidv7 } from './uuid.js';
