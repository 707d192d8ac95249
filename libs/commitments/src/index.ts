export { CommitmentsModule } from './commitments.module.js';
export { CommitmentsCalendar } from './commitments-calendar.js';
