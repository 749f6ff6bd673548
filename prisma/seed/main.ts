import { createDb } from "~/platform/db.server";
import { writeDemo } from "./demo/write-demo";
import { writeReference } from "./reference/write-reference";

/**
 * Fills a market: reference data always; demonstration rows unless `--reference` is given or
 * SEED_DEMO is 0. Needs DATABASE_URL only; the tables and the queue must be there. Both parts are idempotent.
 */
const isReferenceOnly = process.argv.includes("--reference") || process.env.SEED_DEMO === "0";
const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set.");

const db = createDb(url, 4);
try {
  await writeReference(db);
  if (!isReferenceOnly) await writeDemo(db);
} finally {
  await db.$disconnect();
}
