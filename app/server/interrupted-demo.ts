import pg from "pg";
import { readMark, writeMark } from "./database-mark.ts";
import { explainDatabaseError } from "./friendly-errors.ts";
import { SEED_LOCK, SEED_NAME } from "./seed-once.ts";

/**
 * Empties a market in which the telling of the demonstration broke off: its stories build on each other
 * and cannot be taken up in the middle. Nobody has worked in such a market, because it was empty before
 * and has never started; one that had people is left alone. Migrations and seed then begin anew.
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
    if (!mark.demoBegun || mark.demo) return;
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
