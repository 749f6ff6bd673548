const CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "ETIMEDOUT"]);
/** admin_shutdown, crash_shutdown, cannot_connect_now, connection_failure … */
const SQL_STATES = /^(57P0[123]|08\d{3})$/;

/**
 * True for an error that says that a service went away. Libraries reject promises with it that nobody
 * can wait for; the service comes back, so it is no reason to stop.
 */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && (CODES.has(code) || SQL_STATES.test(code))) return true;
  if (/Connection terminated|connection error|not queryable/i.test(error.message)) return true;
  return error.cause !== undefined && isConnectionLoss(error.cause);
}
