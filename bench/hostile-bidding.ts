import { withBenchDatabase } from "./bench-database.ts";

/**
 * node --import tsx bench/hostile-bidding.ts [kills] [bidders]   (default 20 and 50)
 *
 * The long form of tests/faults/hostile-bidding.test.ts, on a PostgreSQL with its usual durability.
 */
const kills = Number(process.argv[2] ?? 20);
const bidders = Number(process.argv[3] ?? 50);
await withBenchDatabase(async (url) => {
  const { createDb } = await import("../app/platform/db.server");
  const { findBreaches, hostileLog, runHostileBidding } = await import(
    "../tests/setup/hostile-bidding"
  );
  const db = createDb(url, 5);
  try {
    const outcome = await runHostileBidding(db, { bidders, kills, extensionSeconds: 30 });
    const breaches = findBreaches(outcome);
    process.stdout.write(`${hostileLog(outcome, breaches)}\n`);
    if (breaches.length > 0) process.exitCode = 1;
  } finally {
    await db.$disconnect();
  }
});
