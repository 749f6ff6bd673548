import type pg from "pg";

/** Kept as the comment of the database: it lives and dies with it, and no migration tool minds it. */
export interface DatabaseMark {
  /** Digest of prisma/seed at the last complete run. */
  reference?: string;
  /** The demonstration has been told to its end. */
  demo?: boolean;
  /** It was begun in a market without people. */
  demoBegun?: boolean;
}

export async function readMark(client: pg.Client): Promise<DatabaseMark> {
  const { rows } = await client.query<{ comment: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS comment
     FROM pg_database WHERE datname = current_database()`,
  );
  try {
    return JSON.parse(rows[0]?.comment ?? "{}") as DatabaseMark;
  } catch {
    return {};
  }
}

export async function writeMark(client: pg.Client, mark: DatabaseMark): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    "SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), $1::text) AS sql",
    [JSON.stringify(mark)],
  );
  await client.query(rows[0]?.sql ?? "");
}
