import pg from "pg";

/** Session lock that every process working on the queue shares. */
const LOCK_KEY = 72707371;

export interface QueueClaim {
  /** Resolves when the session, and with it the claim, was lost: the database went away. */
  lost: Promise<void>;
  release(): Promise<void>;
}

/**
 * Says in the database that this process works on the queue. When no other process does, jobs still
 * locked belong to one that was killed: they are freed at once, not after the queue's own four hours.
 * Two starting at once: only one gets the exclusive lock, the other waits for the shared one.
 */
export async function claimQueue(databaseUrl: string): Promise<QueueClaim> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
  });
  await client.connect();
  const { rows } = await client.query<{ alone: boolean }>(
    "SELECT pg_try_advisory_lock($1) AS alone",
    [LOCK_KEY],
  );
  const isAlone = rows[0]?.alone === true;
  if (isAlone) await freeLeftJobs(client);
  await client.query("SELECT pg_advisory_lock_shared($1)", [LOCK_KEY]);
  if (isAlone) await client.query("SELECT pg_advisory_unlock($1)", [LOCK_KEY]);
  return { lost, release: () => client.end() };
}

async function freeLeftJobs(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass('graphile_worker.jobs') AS queue");
  if (!rows[0]?.queue) return;
  await client.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
     FROM graphile_worker.jobs WHERE locked_by IS NOT NULL HAVING count(*) > 0`,
  );
}
