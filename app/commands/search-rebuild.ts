import { rebuildIndexes } from "#search/sync/rebuild";
import { createDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { syncEngine } from "~/platform/search.server";

/** `node --import tsx app/commands/search-rebuild.ts`: builds all indexes anew without an empty moment. */
async function main(): Promise<void> {
  const db = createDb(env().DATABASE_URL, 4);
  try {
    const result = await rebuildIndexes(db, syncEngine(), (kind, done) => {
      process.stdout.write(`\r${kind}: ${done}   `);
    });
    const counts = Object.entries(result.documents).map(([kind, count]) => `${kind} ${count}`);
    process.stdout.write(`\nrebuilt in ${result.seconds.toFixed(1)} s: ${counts.join(", ")}\n`);
  } finally {
    await db.$disconnect();
  }
}

await main();
