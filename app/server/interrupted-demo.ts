import pg from "pg";
import { readMark, writeMark } from "./database-mark.ts";
import { explainDatabaseError } from "./friendly-errors.ts";
import { SEED_LOCK, SEED_NAME } from "./seed-once.ts";

/**
 * Empties a market in which the telling of the demonstration broke off: its stories build on each other
 * and cannot be taken up in the middle. Nobody has worked in such a market, because it was empty before
 * and has never started; one with other people than the demonstration's is left alone. Migrations and seed
 * then begin anew.
 * @throws StartError when the database cannot be reached
 */
export async function clearInterruptedDemo(
  url: string,
  announce: (text: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on("error", () => {});
  await client.connect().catch((error: unknown) => {
    throw explainDatabaseError(error, url);
  });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [SEED_LOCK]);
    const mark = await readMark(client);
    if (!mark.demoBegun || mark.demo || (await hasPeople(client))) return;
    announce("The demo rows were interrupted at the last start. Beginning anew …");
    // A seed whose market was killed may still be writing.
    await client.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = $1`,
      [SEED_NAME],
    );
    await client.query(
      `DROP SCHEMA IF EXISTS graphile_worker CASCADE;
       DROP SCHEMA public CASCADE;
       CREATE SCHEMA public;`,
    );
    await writeMark(client, {});
  } finally {
    await client.end();
  }
}

/** Whether anybody has an account whom the demonstration did not make: another process may have let them in. */
async function hasPeople(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('"User"') IS NOT NULL AS found`,
  );
  if (!rows[0]?.found) return false;
  const { rowCount } = await client.query(
    `SELECT 1 FROM "User" WHERE email NOT LIKE '%@demo.example' LIMIT 1`,
  );
  return rowCount !== 0;
}
