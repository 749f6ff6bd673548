/** A reason for not starting that the operator can act on: printed as one sentence, without a stack. */
export class StartError extends Error {
  override name = "StartError";
}

const HINTS: Record<string, (error: NodeJS.ErrnoException) => string> = {
  EADDRINUSE: (error) =>
    `Port ${portOf(error)} is already in use. Stop the other program, or choose another port: PORT=3001 npm start.`,
  EACCES: (error) =>
    `No permission for ${error.path ?? `port ${portOf(error)}`}. Choose another DATA_DIR or a PORT above 1023.`,
  ENOSPC: () => "The disk is full. Free some space where DATA_DIR lies, then start again.",
  EROFS: (error) =>
    `${error.path ?? "The data folder"} is on a read-only disk. Set DATA_DIR to a folder that can be written.`,
};

/** PostgreSQL error codes that a wrong DATABASE_URL produces, and network codes on the way to it. */
const DATABASE_HINTS: Record<string, string> = {
  "28P01": "the user name or password is wrong",
  "28000": "this user may not log in",
  "3D000": "the database does not exist",
  ECONNREFUSED: "nothing answers at that address",
  ENOTFOUND: "the host name is unknown",
  EAI_AGAIN: "the host name cannot be looked up",
  ETIMEDOUT: "the host does not answer",
  EHOSTUNREACH: "the host cannot be reached",
  ENOENT: "the socket does not exist",
};

/**
 * One clear sentence for an error at start, or null when the error is not one that we know
 * (then the stack is worth printing).
 */
export function explainStartError(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const isDiskFull = /No space left on device|ENOSPC|os error 28/.test(error.message);
  const code = isDiskFull ? "ENOSPC" : (error as NodeJS.ErrnoException).code;
  const hint = code ? HINTS[code] : undefined;
  if (hint) return hint(error);
  return error instanceof StartError ? error.message : null;
}

/** The sentence for a DATABASE_URL that does not work. The password is never printed. */
export function explainDatabaseError(error: unknown, databaseUrl: string): StartError {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const reason = DATABASE_HINTS[code] ?? (error instanceof Error ? error.message : String(error));
  return new StartError(
    `Cannot use DATABASE_URL (${withoutPassword(databaseUrl)}): ${reason || code}.`,
  );
}

export function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.password) parsed.password = "***";
    return parsed.toString();
  } catch {
    return "not a URL";
  }
}

function portOf(error: NodeJS.ErrnoException): string {
  const port = (error as { port?: unknown }).port;
  return typeof port === "number" ? String(port) : "?";
}
