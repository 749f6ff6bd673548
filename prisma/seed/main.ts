import { createDb } from "~/platform/db.server";
import { writeDemo } from "./demo/write-demo";
import { writeReference } from "./reference/write-reference";

/**
 * Fills a market: reference data always; demonstration rows unless `--reference` is given or
 * SEED_DEMO is 0. The demonstration
 * signs contracts with the market's keys: it needs DATA_DIR and APP_SECRET beside DATABASE_URL. The tables and
 * the queue must be there. Both parts are idempotent.
 */
const isReferenceOnly = process.argv.includes("--reference") || process.env.SEED_DEMO === "0";
const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set.");

// A seed that a power cut interrupts is simply run again: no commit has to wait for the disk.
const address = new URL(url);
address.searchParams.set("options", "-c synchronous_commit=off");
const db = createDb(address.toString(), 4);
try {
  await writeReference(db);
  if (!isReferenceOnly) await writeDemo(db);
} finally {
  await db.$disconnect();
}
