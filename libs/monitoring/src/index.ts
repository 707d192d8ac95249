export { MONITORING_HANDLERS, MonitoringModule } from './monitoring.module.js';
