import { compareIndexes, countDifferences, repairIndexes } from "#search/sync/compare";
import { createDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { syncEngine } from "~/platform/search.server";

/**
 * `node --import tsx app/commands/search-compare.ts [--repair]`: compares the search index with
 * PostgreSQL. Exit code 1 when they differ and nothing was repaired.
 */
async function main(): Promise<void> {
  const db = createDb(env().DATABASE_URL, 4);
  try {
    const differences = await compareIndexes(db, syncEngine());
    for (const one of differences) {
      process.stdout.write(
        `${one.kind}: ${one.inDatabase} in the database, ${one.inIndex} in the index, ` +
          `${one.missing.length} missing, ${one.stale.length} stale, ${one.surplus.length} surplus\n`,
      );
    }
    const count = countDifferences(differences);
    if (count === 0) process.stdout.write("index and database agree\n");
    else if (process.argv.includes("--repair")) {
      const repaired = await repairIndexes(db, syncEngine(), differences);
      process.stdout.write(`repaired ${repaired} documents\n`);
    } else {
      process.stdout.write("run again with --repair to bring the index up to the database\n");
      process.exitCode = 1;
    }
  } finally {
    await db.$disconnect();
  }
}

await main();
