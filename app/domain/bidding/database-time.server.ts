import type { Db } from "~/platform/db.server";

/** How long a measurement of the database's clock is used. */
const FRESH_MS = 15_000;
const SAMPLES = 3;

type Measured = { ahead: number; at: number };

const measured = new WeakMap<Db, Measured>();
const running = new WeakMap<Db, Promise<Measured>>();

/**
 * The time that orders bids: the database's clock, in milliseconds since 1970. Asked of the database
 * now and then and carried on by this process's monotonic clock between, so that thousands of pages may
 * ask without a query each.
 */
export async function databaseTime(db: Db): Promise<number> {
  const last = measured.get(db);
  if (last && performance.now() - last.at < FRESH_MS) return last.ahead + performance.now();
  const { ahead } = await renew(db);
  return ahead + performance.now();
}

/** One measurement at a time; who comes meanwhile waits for the same. */
function renew(db: Db): Promise<Measured> {
  let work = running.get(db);
  if (!work) {
    work = measure(db).finally(() => running.delete(db));
    running.set(db, work);
  }
  return work;
}

/** The shortest of a few round trips has the least room for error. */
async function measure(db: Db): Promise<Measured> {
  let best = { ahead: 0, at: 0, roundTrip: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < SAMPLES; turn += 1) {
    const askedAt = performance.now();
    const [row] = await db.$queryRaw<{ ms: number }[]>`
      SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;
    const at = performance.now();
    const roundTrip = at - askedAt;
    if (row && roundTrip < best.roundTrip) {
      best = { ahead: row.ms - (askedAt + roundTrip / 2), at, roundTrip };
    }
  }
  const found = { ahead: best.ahead, at: performance.now() };
  measured.set(db, found);
  return found;
}
