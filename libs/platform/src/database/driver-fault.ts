/** What may be known, and logged, of a failed statement: never its message, detail or parameters. */
export interface DriverFault {
  readonly code: string;
  readonly constraint?: string;
  readonly table?: string;
}

interface DriverError {
  code?: unknown;
  constraint?: unknown;
  table?: unknown;
  driverError?: unknown;
}

export function driverFault(thrown: unknown): DriverFault | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const inner = (thrown as DriverError).driverError;
  const error = (inner instanceof Error ? inner : thrown) as DriverError;
  if (typeof error.code !== 'string') return undefined;
  return {
    code: error.code,
    ...(typeof error.constraint === 'string' && { constraint: error.constraint }),
    ...(typeof error.table === 'string' && { table: error.table }),
  };
}

/** Serialisation failure and deadlock: the same work may succeed when it is done again. */
export const isWorthRetrying = (thrown: unknown): boolean =>
  ['40001', '40P01'].includes(driverFault(thrown)?.code ?? '');

const UNAVAILABLE = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|08|57P|53|57014|40001|40P01|55P03|25P03)/;
const LOST_CONNECTION =
  /connection terminated|timeout exceeded|query read timeout|client has encountered a connection error/i;

/** Nothing will come through this connection any more: to say something on it would only be to wait once more. */
export const isLostConnection = (thrown: unknown): boolean =>
  thrown instanceof Error && LOST_CONNECTION.test(thrown.message);

/** The database is away, overloaded or too slow just now. */
export function isUnavailable(thrown: unknown): boolean {
  if (UNAVAILABLE.test(driverFault(thrown)?.code ?? '')) return true;
  return isLostConnection(thrown);
}
