export { createPattiClient, type Connection, type PattiClient } from './http/patti-client.js';
export type { components, operations, paths } from './http/openapi.js';
